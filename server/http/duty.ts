import { Type, type Static } from 'typebox'
import { OutlookName, StatusName } from './layout.ts'

/** When a duty is one: now, when there is time, or on a day to come. In the order they are shown. */
const whens = ['due', 'waiting', 'upcoming'] as const
export type When = (typeof whens)[number]

/** One thing that needs somebody, as one row of `/mitt`: every room tells its own in this shape. */
export const Duty = Type.Object({
  key: Type.String(),
  when: Type.Unsafe<When>({ type: 'string' }),
  /** The day it became one, `YYYY-MM-DD`: the newest stands first; among those to come the nearest. */
  day: Type.String(),
  /** The number of the point it is about. */
  number: Type.Optional(Type.String()),
  title: Type.String(),
  /** Where the title leads. */
  href: Type.Optional(Type.String()),
  /** The title is the plan's own words, in the language it is written in. */
  own: Type.Optional(Type.Boolean()),
  mark: Type.Optional(
    Type.Object({ status: Type.Optional(StatusName), outlook: Type.Optional(OutlookName) }),
  ),
  /** What is said of it: `risk` in its colour, `own` in the plan's language, the rest quietly below. */
  facts: Type.Array(
    Type.Object({ text: Type.String(), tone: Type.Unsafe<'risk' | 'own' | 'soft'>({ type: 'string' }) }),
  ),
  /** It is a question, answered in its row. */
  question: Type.Optional(Type.Object({ id: Type.Integer() })),
  /** What to press; `name` says of what, for those who hear the buttons alone. */
  action: Type.Optional(
    Type.Object({ label: Type.String(), name: Type.Optional(Type.String()), href: Type.String() }),
  ),
})
export type Duty = Static<typeof Duty>

/** What stands quietly below a duty's title; sentences that are not there are left out. */
export const quietly = (...sentences: (string | null | undefined | false)[]): Duty['facts'] => {
  const text = sentences.filter(Boolean).join(' ')
  return text === '' ? [] : [{ text, tone: 'soft' }]
}

/** Duties in the order they are shown: now, when there is time, to come; the newest first, of those to come the nearest. */
export function inOrder(duties: readonly Duty[]): Duty[] {
  return whens.flatMap((when) => {
    const own = duties.filter((duty) => duty.when === when)
    const sign = when === 'upcoming' ? 1 : -1
    return own.toSorted((a, b) => sign * (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  })
}
