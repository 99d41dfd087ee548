import { isDay } from '#domain/calendar.ts'
import { parts as termParts } from '#domain/term.ts'
import type { TrailFields, TrailValue } from '#domain/trail.ts'
import { dayText, termName, type Lang } from '#words/format.ts'
import type { Words } from '#words/index.ts'
import type { Entry, Say } from '#words/say.ts'
import type { TrailEntry } from './store.ts'

/** Whose language the trail is told in, with which nouns, and what people are called now. */
export interface Teller {
  lang: Lang
  say: Say
  words: Words
  /** The people a row is about, by id; null for one who has been erased. */
  names: ReadonlyMap<number, string | null>
}

/** An entry of words by a key that the database holds: an older program may have known others. */
const among = (entries: { [key: string]: Entry }, key: string): Entry | undefined =>
  Object.hasOwn(entries, key) ? entries[key] : undefined

/** Who did it, as they are called now: somebody erased is a former colleague, nobody is the program itself. */
export function whoOf({ person }: Pick<TrailEntry, 'person'>, { say, words }: Teller): string {
  if (!person) return say(words.trail.program)
  return person.name ?? say(words.trail.erased)
}

/** "Karin Sjöholm skrev en uppdatering om punkt 7", cut around who. */
export function sentenceOf(entry: TrailEntry, teller: Teller): [string, string, string] {
  const { say, words } = teller
  const known = entry.kind === 'read' ? words.trail.readings : words.trail.changes
  const values = {
    who: whoOf(entry, teller),
    id: subjectOf(entry, teller),
    n: entry.count ?? 0,
    deed: entry.deed,
  }
  const [before, who, after] = say.split(among(known, entry.deed) ?? words.trail.unknown, values)
  return [before, who, after.trimEnd()]
}

function subjectOf({ object, objectId, fields }: TrailEntry, { lang, say, words, names }: Teller): string {
  const point = fields.point?.after
  if (object === 'activity' && typeof point === 'string') return point
  if (objectId === null) return ''
  if (object === 'review' && termParts(objectId)) return termName(lang, objectId)
  if (object !== 'person') return objectId
  return names.get(Number(objectId)) ?? say(words.trail.erasedSubject, { id: objectId })
}

/** What the sentence says already, or nobody asks for: the file has it. */
const unsaid: ReadonlySet<string> = new Set(['activity', 'basedOn', 'confirmed', 'point', 'update'])

/** What was touched, in one line: "status från pågår till inarbetad; gäller från 20 november 2023; text". */
export function fieldsTold(fields: TrailFields, teller: Teller): string {
  const { say, words } = teller
  return Object.entries(fields)
    .filter(([name, { after }]) => !unsaid.has(name) && after !== 0)
    .map(([name, { before, after }]) => {
      const last = name.slice(name.lastIndexOf('.') + 1)
      const field = say(among(words.trail.fields, last) ?? last)
      const told = (value: TrailValue) => valueTold(last, value, teller)
      if (before !== undefined && after !== undefined)
        return say(words.trail.changed, { field, before: told(before), after: told(after) })
      return after === undefined ? field : say(words.trail.set, { field, after: told(after) })
    })
    .join('; ')
}

function valueTold(field: string, value: TrailValue, { lang, say, words }: Teller): string {
  if (value === null) return say(words.trail.none)
  if (typeof value === 'boolean') return say(value ? words.trail.yes : words.trail.no)
  if (typeof value === 'number') return String(value)
  if (isDay(value)) return dayText(lang, value)
  const meant: Record<string, { [key: string]: Entry }> = {
    status: words.status.within,
    outlook: words.status.outlookWithin,
    role: words.people.roles,
  }
  const known = Object.hasOwn(meant, field) ? among(meant[field]!, value) : undefined
  return known === undefined ? value : say(known).toLowerCase()
}

/** The same for a file: names as in the API, values as they are kept. */
export const fieldsInFile = (fields: TrailFields): string =>
  Object.entries(fields)
    .map(([name, { before, after }]) => {
      if (before !== undefined) return `${name}: ${String(before)} > ${String(after)}`
      return after === undefined ? name : `${name}: ${String(after)}`
    })
    .join('; ')
