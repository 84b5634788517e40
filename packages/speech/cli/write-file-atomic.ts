import type { Buffer } from 'node:buffer'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import process from 'node:process'
import { say } from '../languages/say'

/**
 * Writes a file whole or not at all: whatever stood there stays until the new one is complete.
 * Synchronous, so that Ctrl+C can't come between.
 * @throws an error that names the file and says what to do
 */
export function writeWhole(file: string, data: Uint8Array | Buffer) {
  writeAllWhole(new Map([[file, data]]))
}

/**
 * Writes several files, all of them or none: where one can't be written, those before it get back what they held.
 * @param files what goes into each, by its path
 * @throws an error that names the file and says what to do
 */
export function writeAllWhole(files: Map<string, Uint8Array | Buffer>) {
  const written: { file: string, before?: Uint8Array }[] = []
  const unfinished = (file: string) => `${file}.${process.pid}.tmp`
  let current = ''
  try {
    for (const [file, data] of files) {
      current = file
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(unfinished(file), data)
    }
    for (const file of files.keys()) {
      current = file
      const before = files.size > 1 && existsSync(file) ? readFileSync(file) : undefined
      renameSync(unfinished(file), file)
      written.push({ file, before })
    }
  }
  catch (error) {
    for (const { file, before } of written) {
      if (before)
        writeFileSync(file, before)
      else
        rmSync(file)
    }
    for (const file of [...files.keys()].map(unfinished).filter(existsSync))
      rmSync(file)
    const { code = '', message } = error as NodeJS.ErrnoException
    throw new Error(say.writing.failed(current, say.writing.reasons[code] ?? message))
  }
}
