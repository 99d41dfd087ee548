import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { buildApp, createDependencies } from '../app.ts'
import type { Database } from '../database/database.ts'
import type { IssuerEntry } from '../sign-in/oidc/configuration.ts'
import { keepDelivering } from '../upkeep/deliver.ts'
import type { Mail, Dependencies, Render } from '../dependencies.ts'
import { keepReminding, keepSweeping, keepAsking } from '../upkeep/timers.ts'
import type { Settings } from '../settings.ts'
import { CannotStart } from '../http/refusal.ts'
import { linkFor, rolesWithLinks } from './link.ts'

interface Built {
  file: string
  name?: string
  isEntry?: boolean
  imports?: string[]
  assets?: string[]
}
type Manifest = Record<string, Built>

/** The address of an entry, and of all that it needs, the whole way down, so that the browser asks for it at once. */
function filesOf(entry: Built, manifest: Manifest, found = new Set<string>()): Set<string> {
  const address = `/${entry.file}`
  if (found.has(address)) return found
  found.add(address)
  for (const next of entry.imports ?? []) filesOf(manifest[next]!, manifest, found)
  return found
}

/** The addresses of the built files, and the drawing of pages with them. */
export async function builtPages(root: string): Promise<Pick<Dependencies, 'render' | 'assets' | 'worker'>> {
  const client = join(root, 'dist/client')
  const manifest = JSON.parse(readFileSync(join(client, 'manifest.json'), 'utf8')) as Manifest
  const style = manifest['styles/public.css']!
  const font = style.assets?.find((file) => file.includes('latin-wght-normal'))
  const scripts = new Map(
    Object.values(manifest).flatMap((one) =>
      one.isEntry && one.name ? [[one.name, [...filesOf(one, manifest)]] as const] : [],
    ),
  )
  const assets = {
    style: `/${style.file}`,
    workStyle: `/${manifest['styles/work.css']!.file}`,
    scriptsOf: (view: string) => scripts.get(view) ?? [],
    session: scripts.get('session') ?? [],
    chart: `/${manifest['chart.ts']!.file}`,
    font: `/${font}`,
    icon: '/favicon.ico',
  }
  const built = (await import(pathToFileURL(join(root, 'dist/server/render.js')).href)) as {
    render: (view: string, drawing: Parameters<Render>[1], files: typeof assets) => string
  }
  return {
    render: (view, drawing) => built.render(view, drawing, assets),
    assets: join(client, 'assets'),
    worker: readFileSync(join(client, 'sw.js'), 'utf8'),
  }
}

/** Loaded only where there is mail. */
async function mailBy({ smtpUrl, from }: NonNullable<Settings['mail']>): Promise<Mail> {
  const { smtpMail } = await import('../mail/smtp.ts')
  return smtpMail(smtpUrl, from)
}

export interface Serving {
  settings: Settings
  db: Database
  example: boolean
  /** The issuers of `OIDC_FILE`. */
  issuers?: readonly IssuerEntry[]
  root: string
  print: (line: string) => void
  /** Development's own pages instead of the built ones. */
  pages?: { render: Render; development: true; prepare: (app: FastifyInstance) => void }
}

/** Listens, and says where, with a sign-in link for each role of the example's cast. Gives the app, for closing it. */
export async function serve({
  settings,
  db,
  example,
  issuers = [],
  root,
  print,
  pages,
}: Serving): Promise<FastifyInstance> {
  const { host, port, publicUrl } = settings
  const state = { port }
  const drawn = pages ? { render: pages.render, development: true } : await builtPages(root)
  const dependencies: Dependencies = createDependencies({
    ...drawn,
    db,
    now: () => new Date(),
    salt: () => randomBytes(16).toString('hex'),
    example,
    publicUrl,
    origins: () => [
      ...(publicUrl ? [publicUrl] : []),
      // Whoever sits at the machine may call it by any of its own names.
      ...['127.0.0.1', 'localhost', '[::1]'].map((name) => `http://${name}:${state.port}`),
    ],
    trustProxy: settings.trustProxy,
    files: settings.files,
    mail: settings.mail ? await mailBy(settings.mail) : undefined,
    logLevel: settings.logLevel ?? (example ? 'warn' : 'info'),
    issuers:
      issuers.length > 0 ? (await import('../sign-in/oidc/issuers.ts')).connectIssuers(issuers) : undefined,
  })
  const app = await buildApp(dependencies, pages?.prepare)
  const delivering = keepDelivering(dependencies, {
    print,
    log: (line) => app.log.warn(line, 'a mail was not taken'),
    failed: (error) => app.log.error({ err: error }, 'the outbox could not be emptied'),
  })
  app.addHook('onClose', () => delivering.stop())
  const failing = (sentence: string) => (error: unknown) => app.log.error({ err: error }, sentence)
  const timers = [
    keepReminding(dependencies, failing('nobody was reminded')),
    keepSweeping(dependencies, failing('nothing was swept')),
    keepAsking(dependencies, failing('nobody was asked what lives')),
  ]
  app.addHook('onClose', () => Promise.all(timers.map(({ stop }) => stop())))
  try {
    await app.listen({ host, port })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE')
      throw new CannotStart(`Port ${port} is taken: stop what uses it, or choose another with PORT.`)
    if (code === 'EACCES')
      throw new CannotStart(`Port ${port} may not be used by this user: choose one above 1023 with PORT.`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new CannotStart(`HOST is "${host}", which is no address of this machine.`)
    throw error
  }
  state.port = (app.server.address() as AddressInfo).port
  const origin = publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${state.port}`
  if (example) {
    print('Example data. Sign-in links, good once, for 15 minutes:')
    for (const role of rolesWithLinks) {
      const link = await linkFor(db, { role }, origin, new Date())
      if (link) print(`  ${role.padEnd(13)} ${link}`)
    }
    print('A fresh one: npm run link -- --role strategist')
  }
  if (!settings.mail) print('No mail server is named (SMTP_URL): the links people ask for are printed here.')
  print(`Avstämt answers on ${origin}`)
  delivering.start()
  for (const { start } of timers) start()
  return app
}
