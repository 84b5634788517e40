/** Around each file of tests: it works in the folder of the deck under test, as a command of the deck does. */
import process from 'node:process'
import { afterAll, inject } from 'vitest'
import { closeSharedBrowser } from './browser'

process.chdir(inject('deckFolder'))
afterAll(closeSharedBrowser)
