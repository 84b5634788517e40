import type { NetworkInterfaceInfo } from 'node:os'
import { randomInt } from 'node:crypto'

/** Without those that are mistaken for each other */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Eight letters, new with every start: more than anyone can try in an afternoon */
export function newPassword(): string {
  return Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}

/** Addresses by which other devices of the same network reach this computer, home and office networks first */
export function lanAddresses(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): string[] {
  const addresses = Object.values(interfaces).flat().flatMap(info => info?.family === 'IPv4' && !info.internal ? [info.address] : [])
  const rank = (address: string) => address.startsWith('192.168.') ? 0 : address.startsWith('10.') ? 1 : 2
  return addresses.sort((one, other) => rank(one) - rank(other))
}
