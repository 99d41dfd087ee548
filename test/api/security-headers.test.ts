import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import type { MeetingWhole } from '../../server/reviews/meetings/schema.ts'
import { docx } from '../support/file-bytes.ts'
import { files, sendFile } from '../support/sending-files.ts'
import { world, type Member, type World } from '../support/world.ts'
import { plan } from './given.ts'

const usual = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
}
/** Where the address is a key, nobody is told it. */
const secret = { 'referrer-policy': 'no-referrer' }
const overHttps = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }

interface Here {
  all: World
  strategist: Member
  /** Anybody's GET, asking for JSON where it says so. */
  ask: (url: string, headers?: Record<string, string>) => Promise<Answer>
}
interface Answer {
  statusCode: number
  headers: Record<string, unknown>
}
interface Kind {
  what: string
  status: number
  /** What is otherwise than usual. */
  more?: Partial<typeof usual>
  answer: (here: Here) => Promise<Answer>
}

const json = { accept: 'application/json' }
const page = '/psykisk-halsa'
const review = `${plan}/reviews/2023-ht-2`

/** Asked the second time, once its bytes are kept. */
const again = async ({ ask }: Here, url: string, headers: Record<string, string> = {}): Promise<Answer> => {
  await ask(url, headers)
  return ask(url, headers)
}

/** A meeting under way: its code. */
async function meetingOf({ strategist }: Here): Promise<string> {
  await strategist.post(`${plan}/reviews`, { heldOn: '2023-11-20' })
  return ((await strategist.put(`${review}/meeting`, { open: true })).json() as MeetingWhole).code!
}

/** The head of a stream, from a server that listens: it has no end to wait for. */
async function streamOf(here: Here): Promise<Answer> {
  const code = await meetingOf(here)
  await here.all.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = here.all.app.server.address() as AddressInfo
  const request = get(`http://127.0.0.1:${port}/m/${code}/handelser`, {
    headers: { accept: 'text/event-stream' },
  })
  onTestFinished(() => void request.destroy())
  const [{ statusCode = 0, headers }] = (await once(request, 'response')) as [IncomingMessage]
  return { statusCode, headers }
}

/** What is answered to bytes that are no request: nothing of the framework has seen them. */
async function answerTo({ all }: Here, bytes: string): Promise<Answer> {
  await all.app.listen({ host: '127.0.0.1', port: 0 })
  const socket = connect((all.app.server.address() as AddressInfo).port, '127.0.0.1')
  socket.end(bytes)
  const [head = ''] = (await text(socket)).split('\r\n\r\n')
  const [status = '', ...lines] = head.split('\r\n')
  return {
    statusCode: Number(status.split(' ')[1]),
    headers: Object.fromEntries(lines.map((line) => line.split(/: (.*)/s).slice(0, 2))) as Answer['headers'],
  }
}

const kinds: Kind[] = [
  { what: 'a page', status: 200, answer: ({ ask }) => ask(`${page}/punkter/7`) },
  { what: 'a page from kept bytes', status: 200, answer: (here) => again(here, page) },
  {
    what: 'a page that has not changed',
    status: 304,
    answer: async ({ ask }) => ask(page, { 'if-none-match': String((await ask(page)).headers.etag) }),
  },
  {
    what: 'a compressed page',
    status: 200,
    answer: (here) => again(here, page, { 'accept-encoding': 'br' }),
  },
  { what: 'a page of somebody signed in', status: 200, answer: ({ strategist }) => strategist.get('/mitt') },
  {
    what: 'a page whose address is a key',
    status: 200,
    more: secret,
    answer: async (here) => here.ask(`/m/${await meetingOf(here)}`),
  },
  { what: 'a page’s data', status: 200, answer: ({ ask }) => ask(page, json) },
  { what: 'an answer of the API', status: 200, answer: ({ ask }) => ask(plan) },
  {
    what: 'one to somebody signed in',
    status: 200,
    answer: ({ strategist }) => strategist.get('/api/v1/me/session'),
  },
  {
    what: 'a write',
    status: 201,
    answer: ({ strategist }) => strategist.post(`${plan}/reviews`, { heldOn: '2024-05-16' }),
  },
  {
    what: 'a refused write',
    status: 400,
    answer: ({ strategist }) => strategist.post(`${plan}/reviews`, {}),
  },
  { what: 'the description of the API', status: 200, answer: ({ ask }) => ask('/api/v1/openapi.json') },
  {
    what: 'a problem as a page',
    status: 404,
    answer: ({ ask }) => ask(`${page}/finns-inte`, { accept: 'text/html' }),
  },
  { what: 'a problem as JSON', status: 404, answer: ({ ask }) => ask(`${plan}/points/999`) },
  { what: 'what needs a session', status: 401, answer: ({ ask }) => ask('/mitt', { accept: 'text/html' }) },
  {
    what: 'a redirect',
    status: 303,
    answer: ({ all, strategist }) =>
      all.app.inject({ method: 'POST', url: '/logga-ut', headers: { cookie: strategist.cookie } }),
  },
  { what: 'a static file', status: 200, answer: ({ ask }) => ask('/assets/page-1234.js') },
  { what: 'a static file that is not there', status: 404, answer: ({ ask }) => ask('/assets/none.js') },
  {
    what: 'a file somebody sent',
    status: 200,
    more: {
      'content-security-policy': "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'",
    },
    answer: async ({ strategist }) => {
      const { id } = await sendFile(strategist, docx(), { name: 'a.docx' })
      return strategist.get(`${files}/${id}/content`)
    },
  },
  { what: 'a report as PDF', status: 200, answer: ({ ask }) => ask(`${plan}/reviews/2023-ht/summary.pdf`) },
  {
    what: 'a feed',
    status: 200,
    more: { 'cross-origin-resource-policy': 'cross-origin' },
    answer: ({ ask }) => ask(`${plan}/feed.atom`),
  },
  {
    what: 'a piece for other sites',
    status: 200,
    more: { 'cross-origin-resource-policy': 'cross-origin' },
    answer: ({ ask }) => ask(`${plan}/embed.html`),
  },
  { what: 'a stream', status: 200, more: secret, answer: streamOf },
  { what: 'an address nobody has', status: 404, answer: ({ ask }) => ask('/a/b/c/d/e') },
  {
    what: 'a method nobody offers',
    status: 404,
    answer: ({ all }) => all.app.inject({ method: 'DELETE', url: plan }),
  },
  { what: 'a broken address', status: 400, answer: ({ ask }) => ask('/%E0%A4%A') },
  {
    what: 'a body that is no JSON',
    status: 400,
    answer: ({ all, strategist }) =>
      all.app.inject({
        method: 'POST',
        url: `${plan}/reviews`,
        headers: { cookie: strategist.cookie, 'content-type': 'application/json' },
        payload: '{',
      }),
  },
  { what: 'no request at all', status: 400, answer: (here) => answerTo(here, 'nonsense\r\n\r\n') },
  {
    what: 'a head that is too large',
    status: 431,
    answer: (here) => answerTo(here, `GET / HTTP/1.1\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`),
  },
  { what: 'the worker', status: 200, answer: ({ ask }) => ask('/sw.js') },
  { what: 'what robots may read', status: 200, answer: ({ ask }) => ask('/robots.txt') },
  { what: 'the mark', status: 200, answer: ({ ask }) => ask('/favicon.ico') },
  { what: 'whether it lives', status: 200, answer: ({ ask }) => ask('/healthz') },
]

/** A folder of the built client with one file. */
function assetsFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'avstamt-assets-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'page-1234.js'), 'export {}\n')
  return folder
}

async function standing(publicUrl: string): Promise<Here> {
  const parts = { publicUrl, assets: assetsFolder(), worker: 'self.oninstall = () => {}' }
  const all = await world({ parts })
  const ask: Here['ask'] = (url, headers = {}) => all.anybody.get(url, { headers })
  return { all, ask, strategist: await all.as('strategist') }
}

test.each(kinds)(
  '$what ($status) has every security header',
  async ({ status, more, answer }) => {
    for (const secure of [false, true]) {
      const publicUrl = `http${secure ? 's' : ''}://plan.kommun.example`
      const { statusCode, headers } = await answer(await standing(publicUrl))
      const expected = { ...usual, ...(secure && overHttps), ...more }
      const names = Object.keys({ ...usual, ...overHttps })
      const told = Object.fromEntries(
        names.filter((name) => headers[name] !== undefined).map((name) => [name, headers[name]]),
      )
      expect({ statusCode, ...told }, publicUrl).toEqual({
        statusCode: status,
        ...expected,
      })
    }
  },
  60_000,
)
