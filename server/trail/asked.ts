import { dayAfter, isDay, startOfDay } from '#domain/calendar.ts'
import type { TrailWanted } from './store.ts'

/** What the trail is filtered by, as an address says it; '' where it says nothing. Days are whole, Swedish, and both included. */
export interface Asked {
  person: string
  kind: string
  deed: string
  object: string
  id: string
  from: string
  to: string
}

/** What an address asks for. Each name at most once; what is not text is nothing. */
export function askedOf(query: Readonly<Record<string, unknown>>): Asked {
  const one = (name: string) => {
    const said = query[name]
    return typeof said === 'string' ? said.normalize('NFC').trim().slice(0, 60) : ''
  }
  return {
    person: one('person'),
    kind: one('kind'),
    deed: one('deed'),
    object: one('object'),
    id: one('id'),
    from: one('from'),
    to: one('to'),
  }
}

/** The rows an address asks for; what cannot be meant asks for nothing. `before` is the `next` of the page before. */
export function wantedOf(asked: Asked, planId: number | null, before = ''): TrailWanted {
  const { person, kind, deed, object, id, from, to } = asked
  return {
    planId,
    ...(isId(person) && { personId: Number(person) }),
    ...((kind === 'change' || kind === 'read') && { kind }),
    ...(deed !== '' && { deed }),
    ...(object !== '' && { object }),
    ...(id !== '' && { objectId: id }),
    ...(isDay(from) && { from: startOfDay(from) }),
    ...(isDay(to) && { until: startOfDay(dayAfter(to)) }),
    ...(isId(before) && { before: Number(before) }),
  }
}

/** An id that every engine's whole number can hold. */
const isId = (text: string): boolean => /^[1-9]\d{0,8}$/.test(text)

/** The filter as an address says it: '?person=7&kind=change', or ''. */
export function addressOf(asked: Asked, more: Readonly<Record<string, string>> = {}): string {
  const said = Object.entries({ ...asked, ...more }).filter(([, value]) => value !== '')
  return said.length > 0 ? `?${new URLSearchParams(said).toString()}` : ''
}
