import { spawn, type ChildProcess } from 'node:child_process'
import { copyFileSync, existsSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, inject as provided, onTestFinished, test } from 'vitest'
import { runFlags } from '../../server/boot/node.mjs'
import { connectSqlite } from '../../server/database/sqlite.ts'
import { fileIn } from '../../server/database/open.ts'
import { ownFolder } from '../support/own-folder.ts'

// The program as it is started, in a process of its own: what it says, what it leaves, how it ends.

const main = join(import.meta.dirname, '../../server/main.ts')

const folder = (): string => ownFolder('start')

/** A data folder as an earlier start of an example left it. */
function startedBefore(): string {
  const made = folder()
  copyFileSync(provided('plantedFile'), fileIn(made))
  return made
}

function start(args: string[], env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, [...runFlags, main, ...args], {
    // What is compiled is kept between the starts.
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...env },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

interface Ended {
  code: number | null
  out: string
  err: string
}

function ended(child: ChildProcess): Promise<Ended> {
  let [out, err] = ['', '']
  child.stdout!.on('data', (data) => (out += String(data)))
  child.stderr!.on('data', (data) => (err += String(data)))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })))
}

/** Waits for the line that says where it listens; gives all that was said until then. */
function listening(child: ChildProcess): Promise<{ origin: string; said: string }> {
  let said = ''
  return new Promise((resolve, reject) => {
    child.stdout!.on('data', (data) => {
      said += String(data)
      const origin = /Avstämt answers on (\S+)/.exec(said)?.[1]
      if (origin) resolve({ origin, said })
    })
    child.stderr!.on('data', (data) => (said += String(data)))
    child.on('close', () => reject(new Error(`ended: ${said}`)))
  })
}

/** One sentence on the error stream, exit code 1. */
const expectSentence = ({ code, out, err }: Ended, part: RegExp) => {
  expect(err).toMatch(part)
  expect(err.trim().split('\n')).toHaveLength(1)
  expect({ code, out }).toEqual({ code: 1, out: '' })
}

describe('what stops the start is said in one sentence, and nothing is made', () => {
  test.each<[Record<string, string>, RegExp]>([
    [{ PORT: 'tretusen' }, /PORT is "tretusen"/],
    [{ PORT: '70000' }, /PORT is "70000"/],
    [{ EXAMPLE: 'maybe' }, /EXAMPLE is "maybe": write yes or no/],
    [{ PUBLIC_URL: 'plan.kommun.se' }, /PUBLIC_URL is "plan.kommun.se"/],
    [{ PUBLIC_URL: 'https://kommun.se/plan' }, /without a path/],
    [{ ADMIN_EMAIL: 'anna' }, /ADMIN_EMAIL is "anna"/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL is "loud"/],
    [{ TRUST_PROXY: 'nginx' }, /TRUST_PROXY is "nginx": write yes, no, or the addresses/],
    [{ TRUST_PROXY: '10.0.0.0/33' }, /TRUST_PROXY is "10.0.0.0\/33"/],
    [{ MAIL_FROM: 'plan@kommun.se' }, /MAIL_FROM is set without SMTP_URL/],
    [{ SMTP_URL: 'smtp://mail.kommun.se' }, /SMTP_URL is set without MAIL_FROM/],
    [{ SMTP_URL: 'mail.kommun.se', MAIL_FROM: 'plan@kommun.se' }, /SMTP_URL is no address of a mail server/],
    [{ SMTP_URL: 'smtp://mail.kommun.se', MAIL_FROM: 'planen' }, /MAIL_FROM is "planen": write an e-mail/],
    [{ HOST: '0.0.0.0' }, /say outright EXAMPLE .* and PUBLIC_URL/],
    [{ HOST: '0.0.0.0', EXAMPLE: 'yes' }, /say outright EXAMPLE .* and PUBLIC_URL/],
    [{ EXAMPLE: 'no' }, /set ADMIN_EMAIL/],
    [{ OIDC_FILE: '/finns/inte.json' }, /OIDC_FILE \(\/finns\/inte\.json\) can not be read/],
  ])('%j', async (env, sentence) => {
    const dataDir = join(folder(), 'data')
    expectSentence(await ended(start(['serve'], { DATA_DIR: dataDir, ...env })), sentence)
    expect(existsSync(dataDir)).toBe(false)
  })

  test('a data folder that can not be', async () => {
    const file = join(folder(), 'file')
    writeFileSync(file, '')
    const dataDir = join(file, 'data')
    expectSentence(await ended(start(['serve'], { DATA_DIR: dataDir })), /can not be written/)
  })

  test('a file that is no database', async () => {
    const dataDir = folder()
    writeFileSync(fileIn(dataDir), 'x'.repeat(5000))
    expectSentence(await ended(start(['serve'], { DATA_DIR: dataDir })), /is no database of this program/)
  })

  test('a database newer than the program, which is left as it is', async () => {
    const dataDir = startedBefore()
    const connection = connectSqlite(fileIn(dataDir))
    connection
      .prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)')
      .run('later', 9_999_999_999_999)
    connection.close()
    expectSentence(await ended(start(['serve'], { DATA_DIR: dataDir })), /made by a newer version/)
  })

  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((ready) => other.on('listening', ready))
    onTestFinished(() => void other.close())
    const PORT = String((other.address() as AddressInfo).port)
    const stopped = await ended(start(['serve'], { DATA_DIR: startedBefore(), PORT }))
    expectSentence(stopped, new RegExp(`Port ${PORT} is taken`))
  })
})

describe('an installation', () => {
  test('says where it is and a link for each role; the link signs in once; a signal ends it well', async () => {
    const child = start(['serve'], { DATA_DIR: folder(), PORT: '0' })
    const { origin, said } = await listening(child)
    for (const role of ['administrator', 'strategist', 'reporter', 'ambassador', 'reader']) {
      expect(said).toMatch(new RegExp(`${role} +${origin}/logga-in/[\\w-]{43}\\n`))
    }
    const link = /strategist +(\S+)/.exec(said)![1]!
    const opened = await fetch(link, { method: 'POST', redirect: 'manual' })
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/mitt'])
    expect(opened.headers.get('set-cookie')).toMatch(/^avstamt=[\w-]{43};.*HttpOnly.*SameSite=Lax/)
    const again = await fetch(link, { method: 'POST', redirect: 'manual' })
    expect(again.headers.get('set-cookie')).toBeNull()
    const end = ended(child)
    child.kill('SIGTERM')
    child.kill('SIGINT')
    expect((await end).code).toBe(0)
  })

  test('an example stays one', async () => {
    const dataDir = startedBefore()
    const stopped = await ended(
      start(['serve'], { DATA_DIR: dataDir, EXAMPLE: 'no', ADMIN_EMAIL: 'anna@kommun.se' }),
    )
    expectSentence(stopped, /made as an example and stays one/)
  })

  test('one of its own starts empty with its administrator, prints no links, and stays its own', async () => {
    const dataDir = folder()
    const own = { DATA_DIR: dataDir, PORT: '0', EXAMPLE: 'no' }
    const child = start(['serve'], { ...own, ADMIN_EMAIL: 'anna@kommun.se' })
    const { origin, said } = await listening(child)
    expect(said).not.toContain('/logga-in/')
    expect(await (await fetch(`${origin}/api/v1/plans`)).json()).toEqual({ items: [], next: null })
    const end = ended(child)
    child.kill('SIGTERM')
    await end
    const link = await ended(start(['link', '--role', 'administrator'], own))
    expect(link).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^http:\S+\/logga-in\/[\w-]{43}\n$/) as string,
    })
    const example = await ended(start(['serve'], { ...own, EXAMPLE: 'yes' }))
    expectSentence(example, /is an installation of its own and stays one/)
  })
})

describe('commands', () => {
  test('verify finds nothing in the example, and says so', async () => {
    const { code, out } = await ended(start(['verify'], { DATA_DIR: folder() }))
    expect(out).toMatch(
      /psykisk-halsa: 6 closed review days\n\d+ free texts\n\d+ files\nEverything matches\.\n$/,
    )
    expect(code).toBe(0)
  })

  test('link is given for an address that somebody has, and for no other', async () => {
    const env = { DATA_DIR: startedBefore() }
    const link = await ended(start(['link', '--email', 'Karin.Sjoholm@Example.SE'], env))
    expect(link).toMatchObject({ code: 0, err: '' })
    expect(link.out).toMatch(/^http:\/\/127\.0\.0\.1:3000\/logga-in\/[\w-]{43}$/m)
    expectSentence(
      await ended(start(['link', '--email', 'ingen@example.se'], env)),
      /Nobody here has the address/,
    )
  })

  test('link asks whose', async () => {
    expectSentence(await ended(start(['link', '--role', 'kung'], { DATA_DIR: folder() })), /Say whose link/)
  })

  test('a command there is not', async () => {
    expectSentence(await ended(start(['flyg'], { DATA_DIR: folder() })), /no command "flyg"/)
  })
})
