import process from 'node:process'

/** Says how far a command has come: one line that is overwritten on a terminal, a line each in a log. */
export function report(line: string) {
  process.stdout.write(process.stdout.isTTY ? `\r\u001B[K${line}` : `${line.trimEnd()}\n`)
}

/** The size of a file, as the reports have it */
export function kilobytes({ length }: Uint8Array): string {
  return `${Math.round(length / 1000)} kB`
}
