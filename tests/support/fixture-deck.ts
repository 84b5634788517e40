import { fileURLToPath } from 'node:url'

/**
 * A speech of its own for tests, with ledger: an early draft of this deck's, which nobody edits. Tests of the software
 * read it, so that no edit of the speech makes them fail.
 */
export const fixtureDeck = fileURLToPath(new URL('../fixtures/speech', import.meta.url))
