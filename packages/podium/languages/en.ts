import { formatSpan, isOnTime } from 'slidev-addon-speech/pace'

/** All that podium shows or says, in English. `zh-CN.ts` holds the same in Chinese. */
export const english = {
  /** As in the HTML attribute */
  lang: 'en',
  /** Whether figures can be written as they are read aloud, which only Chinese needs */
  readsAloud: false,

  views: {
    play: 'Audience',
    presenter: 'Presenter view',
    script: 'Script',
    notes: 'Notes',
    overview: 'All slides',
    check: 'Preflight',
    other: 'other',
    entry: 'Views',
    notesEdit: 'Edit notes',
  },

  /** Names of parts of Slidev's views, for screen readers */
  parts: {
    goto: 'Go to',
    found: 'Slides found',
    counts: 'Number of slides',
    allSlides: 'All slides',
  },

  announcer: {
    slide: (no: number, total: number, title: string) => `Slide ${no} of ${total}: ${title}`,
  },

  marks: {
    frozen: 'The audience’s picture is frozen: Z to catch up',
    screen: (screen: 'black' | 'white', frozen: boolean) => `The audience’s screen is ${screen}: ${frozen ? `press ${screen === 'black' ? 'B' : 'W'}` : 'move on'} to bring it back`,
    alone: 'This browser keeps windows apart: they will not stay in step. Use Chrome or Edge',
  },

  keys: {
    title: 'Keys',
    space: 'Space',
    next: 'Next step',
    prev: 'Previous step',
    slides: 'Next slide, previous slide (skips steps)',
    ends: 'First slide, last slide',
    black: 'Audience’s screen black; again, or a move, brings it back',
    white: 'Audience’s screen white; again, or a move, brings it back',
    freeze: 'Freeze the audience’s picture and look ahead; again to catch up (speaker’s windows only)',
    goto: 'Go to a slide by number or title',
    overview: 'All slides',
    fullscreen: 'Full screen',
    help: 'Open or close this list',
    windows: 'Open another window',
  },

  clock: {
    name: 'Speech clock',
    elapsed: 'Elapsed',
    pausedAt: 'Paused at',
    slide: (start: number, end: number) => `Slide ${formatSpan(start)}–${formatSpan(end)}`,
    finish: (time: string) => `Ends ${time}`,
    now: 'Now',
    /** Time left, in seconds; negative once it is over */
    left: (seconds: number) => seconds < 0 ? `Over ${formatSpan(-seconds)}` : `Left ${formatSpan(seconds)}`,
    /** Behind the plan, in seconds; negative ahead of it */
    lag: (seconds: number) => isOnTime(seconds) ? 'on time' : seconds > 0 ? `behind ${formatSpan(seconds)}` : `ahead ${formatSpan(-seconds)}`,
    start: 'Start',
    pause: 'Pause',
    resume: 'Resume',
    reset: 'Reset',
  },

  script: {
    open: 'Script in large print',
    button: 'Script',
    note: 'Notes',
    noNote: 'This slide has no notes.',
    noNotes: 'This copy has no notes.',
    smaller: ['Smaller', 'Smaller text (-)'],
    larger: ['Larger', 'Larger text (+)'],
    aloud: ['Aloud', 'Figures as they are read (r)'],
    light: 'Light',
    dark: 'Dark',
    paper: 'Dark or light (d)',
    back: ['Back', 'Back to the presenter view'],
    nextSlide: 'Next',
    last: 'This is the last slide',
    more: 'More below: j ↓',
  },

  faults: {
    slide: (no: number) => `Slide ${no}`,
    loading: 'This slide is loading…',
    inDev: 'Something on this slide is mistaken. The window where the deck was started says what, and in which file. Save the mended file, and the slide comes back.',
    failed: 'The content of this slide could not be shown.',
    logged: (no: number, title: string, error: string) => `Slide ${no} “${title}” failed: ${error}`,
  },

  projector: {
    'button': 'Projector',
    'title': 'Put the audience on the other screen, and the presenter view here',
    'unknown': 'This browser doesn’t know the screens: drag the audience’s window to the projector, click on it and press F',
    'refused': 'The browser was not given leave: allow “window management” beside the address and press again, or drag the audience’s window over and press F',
    'one-screen': 'There is only one screen: connect the projector, set it to “Extend” (Windows: Win + P) and press again',
    'blocked': 'The browser keeps back the second window: allow pop-ups for this page and press again',
  },

  preflight: {
    title: 'Preflight',
    toDo: (count: number) => `${count} to do`,
    allGood: 'All ready',
    openAudience: 'Open the audience’s window',
    openPresenter: 'Open the presenter view',
    good: 'good',
    todo: 'to do',
    comma: ', ',
    semicolon: '; ',
    list: (items: string[]) => items.join(', '),
    runs: (runs: string[]) => `slide${runs.length > 1 || runs[0]?.includes('–') ? 's' : ''} ${runs.join(', ')}`,

    browser: 'Browser',
    browserGood: 'good',
    browserLacks: (what: string) => `usable, without ${what}`,
    browserOld: 'too old',
    browserUnknown: 'unknown',
    browserTodo: 'Use Chrome or Edge 99, Firefox 115, Safari 16, or newer',
    polish: {
      individualTransforms: 'some motion',
      has: 'some edges',
      balance: 'evenly broken headings',
      spacingTrim: 'tight full-width punctuation',
    },

    sleep: 'Sleep',
    sleepStates: { granted: 'held back while the slides are open', refused: 'may come: the system does not let it be held back', missing: 'may come: this browser can’t hold it back' },
    sleepTodo: 'Switch screen saver and sleep off in the system’s settings, and plug in the charger',

    zoom: 'Zoom',
    unzoomed: '100 %',
    zoomTodo: 'Press Ctrl + 0 in these windows',
    scaled: (percent: string) => `the system scales the audience’s screen to ${percent}`,
    scaleTodo: 'Set the scale of the projector to 100 % in the system’s display settings: lines get sharper',

    fonts: 'Fonts',
    noFonts: 'the deck brings none of its own',
    fontsMissing: (names: string) => `${names} not loaded`,
    fontsFound: (count: number) => `${count} fonts are loaded`,
    fontsTodo: 'Copy the whole deck again, then open this page anew',

    windows: 'Windows',
    windowsOf: (view: string, count: number) => `${count} × ${view}`,
    windowsFound: (count: number, views: string) => `${count} in touch: ${views}`,
    copies: (addresses: string) => `Another copy is open and will not stay in step: ${addresses}. Close the one that you don’t use`,
    noTouch: 'This browser keeps windows apart: use Chrome or Edge',
    noAudience: 'No audience’s window: open one and drag it to the projector',
    noSpeaker: 'No speaker’s window: open the presenter view',
    frozen: 'The audience’s picture is frozen: press Z in a speaker’s window',
    apart: 'The windows are on different slides: move once; if they still differ, reload them',

    screens: 'Projector',
    screen: (width: number, height: number) => `${width} × ${height}`,
    full: ', full screen',
    window: (width: number, height: number) => `, window ${width} × ${height}`,
    noScreen: 'no audience’s window yet',
    noScreenTodo: 'Look here again when it is open',
    sameScreen: 'The audience’s window is on the speaker’s screen: press “Projector”, or drag it over',
    notFull: 'Click on the audience’s window and press F for full screen',
    notWide: 'This screen is not 16:9, so there will be margins; 1920 × 1080 is best if it can be set',

    notes: 'Notes',
    noNotes: 'This copy has no notes',
    noNotesTodo: 'It is made for attendees; speak from the copy with notes',
    silent: (slides: string) => `${slides} without notes`,
    allNotes: (count: number) => `${count} slides, all with notes`,
    silentTodo: 'Add the notes',

    drafts: 'Drafts',
    draftsFound: (count: number, slides: string) => `${count} still drafts: ${slides}`,
    noDrafts: 'no drafts',
    pendingFound: (count: number) => `${count} left to confirm`,
    pendingTodo: 'Fill in what the notes and slides leave to confirm',
    draftsTodo: 'Have them approved, then delete draft: true',

    requests: 'Internet',
    requestsFound: (hosts: string) => `asked ${hosts} for something`,
    noRequests: 'nothing was asked of the internet',
    requestsTodo: 'Without a network these will be missing: put the pictures and fonts into the folder',

    build: 'Version',
    undated: (version: string) => [version, 'date unknown'].filter(Boolean).join(', '),
    undatedTodo: 'Not built from a git repository: make sure that it is the newest copy',
    built: (version: string, commit: string, year: number, month: number, day: number, changed: boolean) =>
      `${version} (${commit}), ${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}${changed ? ', changed since' : ''}`,
    changedTodo: 'Commit the changes and build again, so that it can be traced',
  },

  /** In place of the deck where it can't run; a heading and paragraphs each */
  startPage: {
    old: [
      'This browser is too old for these slides',
      'Open them in Chrome or Edge 99 or newer, Firefox 115 or newer, or Safari 16 or newer; where the browser has a “compatibility mode”, switch it off.',
      'Or show the PDF that came with the slides.',
    ],
    failed: [
      'The slides did not start',
      'Reload this page. If it comes again, copy the slides anew, or open them in another browser: Chrome, Edge or Firefox.',
      'Or show the PDF that came with the slides.',
    ],
  },

  remote: {
    title: 'Password',
    label: 'Password (on the computer that runs the deck)',
    enter: 'Enter',
    readOnly: 'Other devices may watch and steer, but not change files.',
  },

  start: {
    help: (command: string) => `
Usage: ${command} [options]

  --port <port>   another port (default 3030)
  --no-open       don't open the browser
  --remote        let phones of the same network steer, with a password
  --help          show this
`,
    badPort: (command: string, port: string) => `“${port}” is no port: write a whole number from 1 to 65535 after --port, such as ${command} --port 3031`,
    portTaken: (command: string, port: number) => `Port ${port} is taken by another program, or the deck is open already. Close that program, or take another port: ${command} --port ${port + 1}`,
    notStarted: (command: string) => `The deck did not start; the lines above say why. Mend that and run ${command} again.`,
    waiting: 'The deck starts by itself when this is mended and saved; Ctrl+C ends.',
    noNetwork: 'This computer is on no network where a phone could find it. Connect it first, then start with --remote again.',
    links: (url: string) => `
  Slides          ${url}
  Presenter view  ${url}presenter/
  Script          ${url}script
  All slides      ${url}overview/
  Preflight       ${url}check`,
    end: '  Ctrl+C ends.',
    remote: (urls: string[], password: string, code: string) => `
  Phone           ${urls.join('\n                  ')}
  Password        ${password}
  Scan this, or type the address and the password:

${code}

  Whoever knows the password can read the notes and steer. Nothing is encrypted: not for networks that you don't trust.
`,
  },
}

export type Words = typeof english
