/**
 * Main-thread cost of twelve counters counting up, beside their rivals, in one
 * run: `npm run bench:counters`. Each figure is the median of seven runs of
 * 1.2 s, with its least and its most.
 */
import type { Page } from 'playwright-chromium'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { launchBrowser } from 'slidev-addon-speech/browser/browser'
import { serveFolder } from 'slidev-addon-speech/browser/static-server'
import { build } from 'vite'

const NAMES = ['idle page', 'StatCounter', '@number-flow/vue', 'CountUp.js', 'VueUse useTransition']
const OURS = 'StatCounter'
const IDLE = 'idle page'
const RUNS = 7
const WINDOW = 1200
const OUT = fileURLToPath(new URL('../../.cache/bench-counters', import.meta.url))

interface Sample {
  /** Milliseconds of the main thread within the window */
  task: number
  /** Layouts that the browser made within the window */
  layouts: number
  shifts: number
  /** Frame callbacks asked for in the 200 ms after the window */
  framesAfter: number
}

await build({
  root: fileURLToPath(new URL('.', import.meta.url)),
  logLevel: 'warn',
  plugins: [vue()],
  resolve: { alias: { '@slidev/client': fileURLToPath(new URL('./slidev-stand-in.ts', import.meta.url)) }, dedupe: ['vue'] },
  build: { outDir: OUT, emptyOutDir: true },
})

const server = await serveFolder(OUT)
const browser = await launchBrowser()
const samples = new Map<string, Sample[]>()
const key = (name: string, slowdown: number) => `${name} ${slowdown}`

// contestants take turns, so that a busy moment of the machine hits all alike
for (let run = 0; run < RUNS; run++) {
  for (const slowdown of [1, 4]) {
    for (const name of NAMES) {
      const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
      await page.goto(`${server.url}/#${encodeURIComponent(name)}`)
      samples.set(key(name, slowdown), [...samples.get(key(name, slowdown)) ?? [], await measure(page, slowdown)])
      await page.close()
    }
  }
}
await browser.close()
await server.close()
report()

async function measure(page: Page, slowdown: number): Promise<Sample> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(300)
  await page.evaluate(() => {
    const bench = { shifts: 0, frames: 0 }
    Object.assign(window, { bench })
    new PerformanceObserver(list => bench.shifts += list.getEntries().length).observe({ type: 'layout-shift' })
    const request = window.requestAnimationFrame.bind(window)
    window.requestAnimationFrame = (callback) => {
      bench.frames++
      return request(callback)
    }
  })

  const metrics = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
  }
  const counts = () => page.evaluate(() => ({ ...(window as unknown as { bench: { shifts: number, frames: number } }).bench }))

  const before = await metrics()
  await page.evaluate(() => (window as unknown as { start: () => void }).start())
  await page.waitForTimeout(WINDOW)
  const after = await metrics()

  const done = await counts()
  await page.waitForTimeout(200)
  const later = await counts()

  return {
    task: (after.TaskDuration - before.TaskDuration) * 1000,
    layouts: after.LayoutCount - before.LayoutCount,
    shifts: done.shifts,
    framesAfter: later.frames - done.frames,
  }
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
}

function report() {
  console.log(`12 counters, ${WINDOW} ms, main-thread milliseconds: median of ${RUNS} (least–most)\n`)
  console.log('| contestant | normal CPU | slowed 4× | layouts | shifts | frames after |')
  console.log('| --- | --- | --- | --- | --- | --- |')
  for (const name of NAMES) {
    const normal = samples.get(key(name, 1))!
    const slow = samples.get(key(name, 4))!
    const times = (list: Sample[]) => {
      const all = list.map(({ task }) => task)
      return `${median(all).toFixed(0)} (${Math.min(...all).toFixed(0)}–${Math.max(...all).toFixed(0)})`
    }
    const most = (value: (sample: Sample) => number) => Math.max(...normal.map(value))
    console.log(`| ${name} | ${times(normal)} | ${times(slow)} | ${median(normal.map(({ layouts }) => layouts))} | ${most(({ shifts }) => shifts)} | ${most(({ framesAfter }) => framesAfter)} |`)
  }
  for (const [slowdown, title] of [[1, 'normal CPU'], [4, 'slowed 4×']] as const) {
    const cost = (name: string) => median(samples.get(key(name, slowdown))!.map(({ task }) => task))
    const rivals = NAMES.filter(name => name !== OURS && name !== IDLE)
    const best = rivals.reduce((one, other) => cost(one) <= cost(other) ? one : other)
    console.log(`\n${title}: ${OURS} / ${best} (best rival) = ${(cost(OURS) / cost(best)).toFixed(2)}`)
  }
}
