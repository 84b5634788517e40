import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

export interface Cost {
  seconds: number
  /** The most that the command and all its children held together */
  megabytes: number
}

/** Seconds after which a command is stopped and counted as that long */
const LIMIT = 600

/**
 * What a command of Node takes, from its start to its end.
 *
 * @param folder where it runs; what it says on its error stream is in errors.log beside it
 * @param args of Node: the script and its options
 * @param statuses that it may end with
 * @throws if it ends with another
 */
export async function costOf(folder: string, args: string[], statuses = [0]): Promise<Cost> {
  const log = join(folder, '..', 'errors.log')
  const start = performance.now()
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  child.stderr.on('data', data => appendFileSync(log, data))
  let peak = 0
  const sampling = setInterval(() => peak = Math.max(peak, residentSize(child.pid!)), 200)
  const stopping = setTimeout(() => child.kill('SIGINT'), LIMIT * 1000)
  const [status] = await once(child, 'close')
  clearInterval(sampling)
  clearTimeout(stopping)
  const seconds = (performance.now() - start) / 1000
  if (!statuses.includes(status) && seconds < LIMIT)
    throw new Error(`${args.join(' ')} ended with ${status}; see ${log}`)
  return { seconds, megabytes: peak / 1e6 }
}

/** Bytes that a process and its children hold, as Linux counts them (shared pages count for each); 0 elsewhere. */
function residentSize(pid: number): number {
  if (!existsSync(`/proc/${pid}`))
    return 0
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
    return pages * 4096 + children.reduce((sum, child) => sum + residentSize(child), 0)
  }
  catch {
    return 0 // it ended between two reads
  }
}
