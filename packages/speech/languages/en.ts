/** What the commands of speech say, in English. `zh-CN.ts` holds the same in Chinese. */
export const english = {
  lang: 'en',

  options: {
    unknown: (command: string, given: string) => `${command} doesn’t know “${given}”. ${command} --help lists what it takes.`,
  },

  writing: {
    failed: (file: string, reason: string) => `${file} was not written: ${reason}`,
    reasons: {
      ENOSPC: 'the disk is full; make room and try again.',
      EDQUOT: 'the disk quota is used up; make room and try again.',
      EACCES: 'writing isn’t allowed there; choose another folder.',
      EPERM: 'writing isn’t allowed there; if another program has the file open, close it first.',
      EBUSY: 'another program has it open; close it first.',
      EROFS: 'nothing can be written there; choose another folder.',
      EISDIR: 'a folder has that name; choose another name.',
      EEXIST: 'a part of the path is no folder; mend the path.',
      ENOTDIR: 'a part of the path is no folder; mend the path.',
    } as Record<string, string>,
  },

  browser: {
    none: (command: string) => `There is no Chrome, Chromium or Edge. Run ${command}`,
    stillNone: (command: string) => `${command} has run, and there is still no browser. Say where it is by the environment variable CHROME_PATH.`,
    wrongPath: (path: string) => `CHROME_PATH names ${path}, which isn’t there. Mend it, or unset it and the browser is looked for.`,
  },

  mended: 'Mended: nothing is wrong any more, and the deck goes on.',
  nothingBuilt: 'Nothing was built.',
  notBuilt: 'There is a mistake in the deck, and it was not built; the lines above say where.',
  noTheme: (theme: string, name: string) => `The theme “${theme}” is not installed. Run npm install ${name}, or name another by theme: in the headmatter; none is one, too`,
  noAddon: (addon: string, name: string) => `The addon “${addon}” is not installed. Run npm install ${name}, or take it out`,
  noAspectRatio: (ratio: string) => `aspectRatio “${ratio}” can’t be read; write it as 16/9`,

  findings: {
    head: (count: number) => `${count} to mend:`,
    reminders: (count: number) => `In the notes, not on the slides, ${count} to know of:`,
    stopped: (consequence: string, report: string) => `${consequence} ${report}`,
    place: (file: string, line: number, slide?: { page: number, title: string }) => `${file}, line ${line}${slide ? `, slide ${slide.page}${slide.title && ` “${slide.title}”`}` : ''}`,
  },

  check: {
    help: (command: string) => `
Usage: ${command} [options]

Without options: reads the slides and their notes, then opens a browser and looks at each click of each slide.

  --fix       after a change in figures.yaml: takes the new figures over into slides and notes, and lists each line that
              changed; what isn’t certain stays as it is and is listed, too
  --no-look   only reads: seconds, and no browser
  --help      show this
`,
    building: 'Read. Building the deck to look at it…',
    looking: (slides: number) => `Looking at ${slides} slides…`,
    fine: 'Read and looked at: nothing to mend.',
    readOnly: 'Read, not looked at: nothing to mend.',
    fixed: (count: number) => `Lines changed: ${count}`,
    unsure: (count: number) => `Left as they are, since it isn’t certain what they have to become: ${count}`,
    at: (file: string, line: number) => `${file}, line ${line}`,
    notLooked: (reason: string, command: string) => `Only read, not looked at: ${reason}\nThe reading found nothing to mend; to read only, run ${command} --no-look`,
    unfinished: (pending: number, drafts: number) => ` Still to confirm: ${pending} 【待核】, ${drafts} drafts.`,
  },

  words: {
    help: (command: string) => `
Usage: ${command}

Lists punctuation, numerals and wording to mend in the slides, the notes and figures.yaml, for decks in Chinese.

  --help   show this
`,
    reminder: 'reminder: ',
    reminders: (count: number) => `${count} reminders of register, which are no faults; where it is meant, say why in words.yaml under silenced.`,
    faults: (count: number) => `Wording and punctuation: ${count} to mend, see above.`,
    fine: 'Wording and punctuation: nothing to mend.',
  },

  review: {
    file: 'review list.md',
    help: (command: string, file: string) => `
Usage: ${command}

Writes ${file}: what there is to confirm, slide by slide. The list itself is in Chinese.

  --help   show this
`,
    consequence: 'The review list was not written.',
    written: (file: string, count: number) => `${file}: ${count} to confirm.`,
  },
}

export type Words = typeof english
