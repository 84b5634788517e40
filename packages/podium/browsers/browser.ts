/** A browser, as far as it matters here */
export interface Browser {
  /** As people call it, with the version of its engine: Edge 109 */
  name: string
  /** Whether it is below the floor, by its engine's version */
  tooOld: boolean
}

/** Engines with the first version in which everything is right; see floor.ts */
const ENGINES: [form: RegExp, first: number][] = [
  [/Firefox\/(\d+)/, 115],
  [/Chrom(?:e|ium)\/(\d+)/, 99],
  [/Version\/(\d+)/, 16],
]

/** Names in the order in which they are looked for: all but Firefox say Chrome or Safari as well */
const NAMES: [form: RegExp, name: string][] = [
  [/QQBrowser/, 'QQ'],
  [/QIHU|360[SE]E/i, '360'],
  [/MetaSr|SogouMobile/, 'Sogou'],
  [/UBrowser|UCBrowser/, 'UC'],
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(?:e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

/** Which browser says this of itself; undefined if it is none that is known */
export function browserOf(userAgent: string): Browser | undefined {
  const name = NAMES.find(([form]) => form.test(userAgent))?.[1]
  for (const [form, first] of ENGINES) {
    const version = Number(form.exec(userAgent)?.[1])
    if (name && version)
      return { name: `${name} ${version}`, tooOld: version < first }
  }
}

/** Features of mere polish, by what the page lacks without them */
export type Polish = 'individualTransforms' | 'has' | 'balance' | 'spacingTrim'

/** Which of them this browser doesn't have */
export function missingPolish(): Polish[] {
  const conditions: Record<Polish, string> = {
    individualTransforms: 'translate: 1px',
    has: 'selector(:has(a))',
    balance: 'text-wrap: balance',
    spacingTrim: 'text-spacing-trim: trim-start',
  }
  return (Object.keys(conditions) as Polish[]).filter(feature => !CSS.supports(conditions[feature]))
}

/** Whether the browser keeps the screen from going to sleep: granted, refused (battery saver), or it can't */
export async function askWakeLock(): Promise<'granted' | 'refused' | 'missing'> {
  if (!navigator.wakeLock)
    return 'missing'
  // eslint-disable-next-line compat/compat -- asked for just above
  return navigator.wakeLock.request('screen').then(lock => lock.release()).then(() => 'granted' as const, () => 'refused' as const)
}
