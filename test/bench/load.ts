import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'
import { runFlags } from '../../server/boot/node.mjs'

export interface Server {
  origin: string
  child: ChildProcess
}

/** Starts a program that prints where it listens; gives the place and the process. */
export function startServer(args: string[], env: Record<string, string> = {}): Promise<Server> {
  const child = spawn(process.execPath, [...runFlags, ...args], {
    // With Node's cache of compiled files, as `npm start` hands over.
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      LOG_LEVEL: 'silent',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (data) => {
      said += String(data)
      const origin = /(?:answers on |^)(http:\/\/\S+)\s*$/m.exec(said)?.[1]
      if (origin) resolve({ origin, child })
    })
    child.on('close', () => reject(new Error(`ended: ${said}`)))
  })
}

/** Requests a second that were answered well, from twenty connections for so many seconds. Anything else than 2xx stops the bench. */
export async function rate(
  url: string,
  { seconds = 2, headers = {}, body, method = 'GET', fresh }: LoadOptions = {},
): Promise<number> {
  const result = await autocannon({
    url,
    connections: method === 'GET' ? 20 : 8,
    pipelining: method === 'GET' ? 10 : 1,
    duration: seconds,
    method,
    headers,
    ...(body && { body }),
    ...(fresh && {
      requests: [{ setupRequest: (request: object) => Object.assign(request, fresh()) }],
    }),
  })
  const good = result['2xx']
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} not 2xx, ${result.errors} errors`)
  return good / result.duration
}

export interface LoadOptions {
  seconds?: number
  headers?: Record<string, string>
  body?: string
  method?: 'GET' | 'POST'
  /** What is new in each request: its key, its body. */
  fresh?: () => { headers?: Record<string, string>; body?: string }
}

/** So many requests one after the other, each made from the answer before: how many a second. */
export async function chain(count: number, once: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  for (let done = 0; done < count; done += 1) await once()
  return (count * 1000) / (performance.now() - begun)
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}

/** Medians of rounds in which each runs in turn, so that what the machine does beside strikes all alike. */
export async function inTurn<Name extends string>(
  rounds: number,
  runs: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(runs) as Name[]
  const told = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round < rounds; round += 1)
    for (const name of names) told[name].push(await runs[name]())
  return Object.fromEntries(names.map((name) => [name, median(told[name])])) as Record<Name, number>
}

/** Resident memory of a process in whole MB. */
export const residentMb = ({ child }: Server): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) / 1024)
