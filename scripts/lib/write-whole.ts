import type { Buffer } from 'node:buffer'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import process from 'node:process'

const REASONS: Record<string, string> = {
  ENOSPC: '磁盘已满，请腾出空间再试。',
  EDQUOT: '磁盘配额已用完，请腾出空间再试。',
  EACCES: '没有写入的权限，请换一个文件夹。',
  EPERM: '没有写入的权限；如果它正在别的程序里打开着，请先关掉。',
  EBUSY: '它正在别的程序里打开着，请先关掉。',
  EROFS: '那里是只读的，请换一个文件夹。',
  EISDIR: '那里已有一个同名的文件夹，请换一个文件名。',
  EEXIST: '路径中间有一段不是文件夹，请改正路径。',
  ENOTDIR: '路径中间有一段不是文件夹，请改正路径。',
}

/**
 * Writes a file whole or not at all: whatever stood there stays until the new one is complete.
 * Synchronous, so that Ctrl+C can't come between.
 * @throws an error that names the file and says what to do
 */
export function writeWhole(file: string, data: Uint8Array | Buffer) {
  const unfinished = `${file}.${process.pid}.tmp`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(unfinished, data)
    renameSync(unfinished, file)
  }
  catch (error) {
    if (existsSync(unfinished))
      rmSync(unfinished)
    const { code = '', message } = error as NodeJS.ErrnoException
    throw new Error(`${file} 没有写成：${REASONS[code] ?? message}`)
  }
}
