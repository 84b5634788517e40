import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Plugin } from 'vite'
import type { Words } from '../languages/en'
import { createHash, timingSafeEqual } from 'node:crypto'
import process from 'node:process'

/** Set by `npm run start:remote` */
export const PASSWORD_VARIABLE = 'DECK_REMOTE_PASSWORD'

const COOKIE = 'deck-remote'

function passwordPage({ lang, remote }: Words) {
  return `<!doctype html>
<html lang="${lang}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${remote.title}</title>
<form style="font: 20px/2 sans-serif; max-width: 20em; margin: 20vh auto; padding: 1em">
<label>${remote.label}<input name="password" autofocus autocapitalize="none" autocomplete="off" style="font: inherit; width: 100%"></label>
<button style="font: inherit; width: 100%; margin-top: 1em">${remote.enter}</button>
</form>
`
}

type Request = Pick<IncomingMessage, 'url' | 'method' | 'headers'> & { socket: Pick<IncomingMessage['socket'], 'remoteAddress'> }

type Verdict
  = | 'welcome'
  /** Knows the password from the address, and gets it as a cookie */
    | 'enter'
  /** Doesn't know it */
    | 'ask'
  /** Knows it, but wants to change files or open the editor */
    | 'refuse'

/**
 * What another device may do: with the password see the deck with its notes, and steer; nothing else.
 * Slidev checks its own password in the browser only; whoever asks its server directly is served, and may write.
 */
export function judge({ url = '/', method, headers, socket }: Request, password: string): Verdict {
  if (isThisComputer(socket.remoteAddress))
    return 'welcome'
  const { pathname, searchParams } = new URL(url, 'http://deck')
  if (!equal(cookie(headers.cookie ?? ''), password))
    return equal(searchParams.get('password') ?? '', password) ? 'enter' : 'ask'
  return (method === 'GET' || method === 'HEAD') && pathname !== '/__open-in-editor' ? 'welcome' : 'refuse'
}

/** Guards the dev server while other devices may reach it; sits before everything that Vite and Slidev serve. */
export function remoteGuard(words: Words): Plugin[] {
  const password = process.env[PASSWORD_VARIABLE]
  if (!password)
    return []
  return [{
    name: 'deck:remote-guard',
    apply: 'serve',
    configureServer: {
      order: 'pre',
      handler({ httpServer, middlewares }) {
        middlewares.use((request, response, next) => answer(judge(request, password), words, request, response, next))
        httpServer?.prependListener('upgrade', (request: IncomingMessage, socket: Duplex) => {
          if (judge(request, password) !== 'welcome')
            socket.destroy()
        })
      },
    },
  }]
}

function answer(verdict: Verdict, words: Words, { url = '/' }: IncomingMessage, response: ServerResponse, next: () => void) {
  if (verdict === 'welcome')
    return next()
  response.setHeader('content-type', 'text/html; charset=utf-8')
  if (verdict === 'enter') {
    const { pathname, searchParams } = new URL(url, 'http://deck')
    response.setHeader('set-cookie', `${COOKIE}=${searchParams.get('password')}; Path=/; HttpOnly; SameSite=Strict`)
    response.writeHead(302, { location: pathname }).end()
  }
  else if (verdict === 'refuse') {
    response.writeHead(403).end(words.remote.readOnly)
  }
  else {
    response.writeHead(401).end(passwordPage(words))
  }
}

function isThisComputer(address = ''): boolean {
  return /^(?:::ffff:)?127\.|^::1$/.test(address)
}

function cookie(header: string): string {
  return header.split('; ').find(pair => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? ''
}

/** Takes the same time however much is right, so that nothing can be guessed from it. */
function equal(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
