type Kind = 'picture' | 'film' | 'sound'

export const media: Record<Kind, string> = { picture: 'picture', film: 'film', sound: 'sound' }

/** The elements that show or play them */
export const tags: Record<Kind, string> = { picture: 'img', film: 'video', sound: 'audio' }

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

  /** Those that are made first in a deck; the others are told in Chinese, see check/ */
  mistakes: {
    noDeck: 'This file is missing, with which every deck begins; restore it, all in small letters',
    noLayout: (layout: string, guess?: string) => `There is no layout “${layout}”; ${guess ? `did you mean ${guess}?` : 'see layouts/ and the theme for those there are'}`,
    noComponent: (tag: string, guess?: string) => `There is no component <${tag}>; ${guess ? `did you mean <${guess}>?` : 'see components/ for those there are'}`,
    noPart: (src: string, guess?: string) => `src names ${src}, which isn’t there; ${guess ? `did you mean ${guess}?` : 'mend the name, or restore the file'}`,
    medium: {
      missing: (kind: Kind, address: string) => `The ${media[kind]} ${address} is missing; put it into public/ and write /name, or mend the name`,
      online: (kind: Kind, address: string) => `The ${media[kind]} ${address} is in the internet, and gone without a network; save it to public/ and write /name`,
      elsewhere: (kind: Kind, address: string) => `The ${media[kind]} ${address} lies elsewhere on this computer, and is gone on another; copy it to public/ and write /name`,
      backslash: (kind: Kind, address: string) => `The path of the ${media[kind]} ${address} has backslashes; write /`,
      bare: (kind: Kind, address: string) => `Write the ${media[kind]} ${address} as /${address}, the file being in public/`,
      relative: (kind: Kind, address: string) => `The address of the ${media[kind]} ${address} counts from this file, and exports won’t find it; put it into public/ and write /name`,
      noPicture: (kind: Kind, address: string) => `${address} is a ${media[kind]}, and no picture; write <${tags[kind]} src="${address}" controls></${tags[kind]}>, the file being in public/`,
    },
    rawPicture: (picture: string) => `“${picture}” shows as it stands, since its address has spaces; take them out of the name, or write %20`,
    endlessComment: 'This <!-- has no end, and all that follows is taken for the note; write --> on a line of its own below the note',
    clickMark: (mark: string) => `The mark “${mark}” isn’t one, and shows in the note as it stands; write [click], or [click:2] for two at once`,
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
