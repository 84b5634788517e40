/**
 * Preloaded into a Node program by `node --import`: writes down each host outside this computer that the program, or any
 * that it starts, connects to or asks the address of. All of Node's clients, `fetch` too, come by here.
 */
import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import process from 'node:process'

const log = process.env.CONNECTIONS_LOG ?? ''
/** @param {string | undefined} host */
const isHere = host => !host || /^(?:localhost|127\..*|::1|[0.:]+)$/.test(host)

/**
 * @param {string} how
 * @param {string | undefined} host
 */
function record(how, host) {
  if (!isHere(host))
    appendFileSync(log, `${how} ${host} by ${process.argv.slice(1, 3).join(' ')}\n`)
}

/**
 * @param {any} object
 * @param {string} method
 * @param {(args: any[]) => string | undefined} hostOf
 */
function watch(object, method, hostOf) {
  const original = object[method]
  /** @param {any[]} args */
  object[method] = function (...args) {
    record(method, hostOf(args))
    return original.apply(this, args)
  }
}

watch(net.Socket.prototype, 'connect', ([first, second]) => {
  const options = Array.isArray(first) ? first[0] : first // as Node's own modules call it
  return typeof options === 'object' ? options.path ? undefined : options.host : typeof second === 'string' ? second : undefined
})
for (const resolver of [dns, dns.promises]) {
  for (const method of ['lookup', 'resolve', 'resolve4', 'resolve6'])
    watch(resolver, method, ([host]) => host)
}
watch(dgram.Socket.prototype, 'send', args => args.find(argument => typeof argument === 'string' && /[.:]/.test(argument)))
syncBuiltinESMExports()
