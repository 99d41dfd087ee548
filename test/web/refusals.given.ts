import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const root = join(import.meta.dirname, '../..')
const domain = join(root, 'server/domain')
const read = (file: string) => readFileSync(file, 'utf8')

/** The files that a view is made of: itself and what it imports of web/, all the way down. */
function filesOf(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file) || !existsSync(file)) return found
  found.add(file)
  for (const [, path] of read(file).matchAll(/from '(\.[^']+)'/g)) {
    const next = resolve(dirname(file), path!)
    if (next.startsWith(join(root, 'web'))) filesOf(next, found)
  }
  return found
}

/** What a rule may answer, as its type says: `'words-missing'` itself, or the reasons that a name stands for. */
async function reasonsOf(name: string, file: string): Promise<readonly string[]> {
  const text = read(join(domain, file))
  const [, own] = text.split(new RegExp(`^export function ${name}\\b`, 'm'))
  const [whole = ''] = (own ?? '').split(/^export /m)
  const answer = /: (Refusal<[^>]+>\[\]|Refusals) \{$/m.exec(whole)?.[1]
  if (!answer) return []
  const told = answer === 'Refusals' ? /^type Refusals = (Refusal<[^>]+>)/m.exec(text)![1]! : answer
  const names = /<([^>]+)>/
    .exec(told)![1]!
    .split('|')
    .map((one) => one.trim())
  const lists = {
    ...((await import(join(domain, 'text.ts'))) as Record<string, readonly string[]>),
    ...((await import(join(domain, file))) as Record<string, readonly string[]>),
  }
  return names.flatMap((one) =>
    one.startsWith("'") ? [one.slice(1, -1)] : lists[`${one.slice(0, 1).toLowerCase()}${one.slice(1)}s`]!,
  )
}

/** Every code that a view's own script may refuse by, before anything is sent: what its rules answer, and what it says by name. */
export async function refusedBy(view: string): Promise<string[]> {
  const codes = new Set<string>()
  for (const file of filesOf(join(root, 'web', `${view}.svelte`))) {
    const text = read(file)
    for (const [, names, from] of text.matchAll(/import \{([^}]*)\} from '#domain\/([\w-]+\.ts)'/g)) {
      for (const name of names!
        .split(',')
        .map((one) => one.trim())
        .filter((one) => /^\w+$/.test(one)))
        for (const code of await reasonsOf(name, from!)) codes.add(code)
    }
    for (const [, named, asked] of text.matchAll(
      /refusals\['([\w-]+)'\]|fieldErrors\(\[\{ code: '([\w-]+)'/g,
    ))
      codes.add((named ?? asked)!)
  }
  return [...codes]
}

/** The catalogues that a view's own script speaks from: every `words.name` of its files. */
export function spokenBy(view: string): string[] {
  const files = [...filesOf(join(root, 'web', `${view}.svelte`))]
  return [
    ...new Set(files.flatMap((file) => [...read(file).matchAll(/\bwords\.(\w+)/g)].map(([, name]) => name!))),
  ]
}
