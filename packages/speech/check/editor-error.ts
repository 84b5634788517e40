/** An error for the person who edits slides: the report alone, since a stack trace would bury it. */
export function editorError(report: string): Error {
  return Object.assign(new Error(report), { stack: report })
}
