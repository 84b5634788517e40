/** `npm run check`: what in slides.md, pages/ and facts/ has to be mended, in seconds and without a browser. */
import process from 'node:process'
import { checkDeck } from '../check/check-deck'
import { reportOf } from '../check/finding'
import { root } from './lib/deck'

const findings = await checkDeck(root)
if (findings.length > 0) {
  console.error(`\n${reportOf(findings)}\n`)
  process.exitCode = 1
}
else {
  console.log('没有发现要改的地方。')
}
