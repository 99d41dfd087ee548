import * as addresses from '#domain/addresses.ts'
import { openDB, type DBSchema } from 'idb'
import type { NewActivity } from '../../../server/activities/schema.ts'
import { mostWaiting, type ActivityDraft } from './activity.ts'

/** An activity that waits on the phone for the network to come back. */
export interface Waiting {
  /** Its `Idempotency-Key`: however often it is sent, it is saved once. */
  key: string
  /** Whose it is, as the page was told: no name. */
  account: string
  slug: string
  claim: NewActivity
  draft: ActivityDraft
  /** The point's title, for the list. */
  title: string
  /** When it was put here (instant). */
  at: string
  /** Why the server would not have it. */
  refused?: string[]
}

interface Phone extends DBSchema {
  waiting: { key: string; value: Waiting }
}

const name = 'avstamt'
/** Nothing is laid on a phone before somebody has asked for it: looking does not make the place (P01). */
async function isThere(): Promise<boolean> {
  if (!('indexedDB' in globalThis) || !indexedDB.databases) return false
  return (await indexedDB.databases()).some((one) => one.name === name)
}

async function open<T>(work: (db: Awaited<ReturnType<typeof openDB<Phone>>>) => Promise<T>): Promise<T> {
  const db = await openDB<Phone>(name, 1, {
    upgrade: (fresh) => void fresh.createObjectStore('waiting', { keyPath: 'key' }),
  })
  try {
    return await work(db)
  } finally {
    db.close()
  }
}

/** Everything that waits on this phone, whoever's it is, the oldest first. */
export async function allWaiting(): Promise<Waiting[]> {
  if (!(await isThere())) return []
  const all = await open((db) => db.getAll('waiting'))
  return all.toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

/** Puts an activity on the phone, in place of what stood under its key: `full` when too many wait, `noRoom` when the phone would not. */
export async function putWaiting(entry: Waiting): Promise<'kept' | 'full' | 'noRoom'> {
  try {
    return await open(async (db) => {
      const others = (await db.getAllKeys('waiting')).filter((key) => key !== entry.key)
      if (others.length >= mostWaiting) return 'full'
      await db.put('waiting', entry)
      tellSignOut(others.length + 1)
      return 'kept'
    })
  } catch {
    return 'noRoom'
  }
}

export async function removeWaiting(key: string): Promise<void> {
  if (!(await isThere())) return
  await open(async (db) => {
    await db.delete('waiting', key)
    tellSignOut(await db.count('waiting'))
  })
}

/** Signing out takes the queue with it, on pages without a script too: a cookie that only that address is told warns first. */
function tellSignOut(waiting: number): void {
  const secure = location.protocol === 'https:' ? '; secure' : ''
  const age = waiting > 0 ? 90 * 86_400 : 0
  for (const base of Object.values(addresses.bases))
    document.cookie = `avstamt-waiting=1; path=${addresses.signOut(base)}; max-age=${age}; samesite=lax${secure}`
}

/** Now, by the phone's clock. */
export const instant = (): string => new Date().toISOString()

const shelf = () => `log ${location.pathname}`

/** Whether a form can lie on this device at all: http addresses other than one's own machine can not. */
export const canPrepare = (): boolean =>
  isSecureContext && 'serviceWorker' in navigator && 'caches' in globalThis && 'indexedDB' in globalThis

async function worker(): Promise<ServiceWorkerRegistration | undefined> {
  if (!canPrepare()) return undefined
  const found = await navigator.serviceWorker.getRegistration(location.pathname)
  return found && new URL(found.scope).pathname === location.pathname ? found : undefined
}

/** Whether the form lies on this phone. */
export const isPrepared = async (): Promise<boolean> => (await worker()) !== undefined

/** Lays the form on the phone: this address and what it needs, and a worker for this address alone that gives it out without network. */
export async function prepare(): Promise<boolean> {
  try {
    await navigator.serviceWorker.register('/sw.js', { scope: location.pathname })
    await renew()
    return true
  } catch {
    return false
  }
}

/** Lays out the form as it is now, and lets go of what it no longer needs. */
export async function renew(): Promise<void> {
  const cache = await caches.open(shelf())
  const wanted = [location.pathname, ...neededFiles()]
  await cache.addAll(wanted)
  for (const kept of await cache.keys()) {
    if (!wanted.includes(new URL(kept.url).pathname)) await cache.delete(kept)
  }
}

/** The files of this page: what its head names, and what they have asked for in turn. */
function neededFiles(): string[] {
  const named = [...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[href], script[src]')]
  const asked = [
    ...named.map((one) => ('src' in one ? one.src : one.href)),
    ...performance.getEntriesByType('resource').map((one) => one.name),
  ].map((address) => new URL(address, location.href))
  const files = asked.filter(({ origin, pathname }) => origin === location.origin && isFile(pathname))
  return [...new Set(files.map(({ pathname }) => pathname))]
}

const isFile = (path: string): boolean => path.startsWith('/assets/') || path === '/favicon.ico'

/** Takes the form off the phone. What waits stays until it is sent or removed. */
export async function leave(): Promise<void> {
  await (await worker())?.unregister()
  await caches.delete(shelf())
}
