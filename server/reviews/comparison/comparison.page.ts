import { Type, type Static } from 'typebox'
import * as addresses from '#domain/addresses.ts'
import type { Change } from '#domain/changes.ts'
import { comparedKind, comparedKinds } from '#domain/comparison.ts'
import { capitalised, dayText, inOrderOf, termName } from '#words/format.ts'
import { type PageAnswer, Split } from '../../http/layout.ts'
import { Maybe } from '../../http/schema.ts'
import type { PlanPageContext, PlanPage } from '../../http/page.ts'
import { Refused } from '../../http/refusal.ts'
import { layoutPlanOf } from '../../plans/layout-plan.view.ts'
import { marksOf } from '../report-changed.ts'
import { comparableIn, compare, type AskedComparison, type Comparison, type End } from './compare.ts'
import { Changes } from '../view.ts'

type Found = NonNullable<ComparisonData['found']>

const names = { from: 'fran', to: 'till', organisation: 'organisation', committee: 'namnd' } as const

/** What the address asks for; a name that is there twice, or is no text, says nothing. `nu` is now. */
function askedOf(query: Readonly<Record<string, unknown>>): AskedComparison {
  const one = (name: string) => {
    const said = query[name]
    return typeof said === 'string' ? said.normalize('NFC').trim().slice(0, 200) : ''
  }
  const to = one(names.to)
  return {
    from: one(names.from),
    to: to === 'nu' ? 'now' : to,
    organisation: one(names.organisation),
    committee: one(names.committee),
  }
}

/** The difference between any two days of a plan, with the choice of days and of whose points (F22). */
export async function loadComparison(context: PlanPageContext): Promise<PageAnswer<ComparisonData>> {
  const { tx, plan, lang, base, say, words, now } = context
  const spoken = words.comparison
  const { closed, organisations, committees } = await comparableIn(tx, plan, now)
  const inOrder = inOrderOf(lang)
  const days = closed
    .toReversed()
    .map(({ term }) => ({ value: term, label: capitalised(termName(lang, term)) }))
  const last = closed.at(-1)
  const asked = askedOf(context.query)
  const compared = last === undefined ? undefined : await attempt(context, asked)
  const shown = compared && 'found' in compared ? compared.found : undefined
  const title = say(spoken.title, { plan: plan.title })
  return {
    title,
    description: say(spoken.description, { plan: plan.title }),
    plan: await layoutPlanOf(tx, plan),
    current: 'reviews',
    data: {
      path: addresses.comparison(addresses.plan(base, plan.slug)),
      choices: {
        from: days,
        to: [{ value: 'nu', label: say(spoken.now) }, ...days],
        organisation: organisations
          .map(({ code, name }) => ({ value: code, label: name }))
          .sort((a, b) => inOrder(a.label, b.label)),
        committee: committees.toSorted(inOrder).map((name) => ({ value: name, label: name })),
      },
      asked: {
        ...asked,
        from: asked.from || (shown?.from.term ?? ''),
        to: asked.to === '' || asked.to === 'now' ? 'nu' : asked.to,
      },
      none: last === undefined ? say(spoken.none) : null,
      refused: compared && 'refused' in compared ? compared.refused : null,
      found: shown ? toldComparison(shown, asked, context) : null,
    },
  }
}

async function attempt(
  { tx, plan, now, say, words }: PlanPageContext,
  asked: AskedComparison,
): Promise<{ found: Comparison } | { refused: string }> {
  try {
    return { found: await compare(tx, plan, asked, now) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { refused: say(words.refusals[error.code]) }
  }
}

function toldComparison(found: Comparison, asked: AskedComparison, context: PlanPageContext): Found {
  const { lang, say, words } = context
  const spoken = words.comparison
  const { from, to, changes, unchanged, quiet, shared } = found
  const changed = new Set(changes.map(({ number }) => number)).size
  const days = { from: endText(from, context), to: endText(to, context) }
  const titles = new Map(to.points.map(({ number, title }) => [number, title]))
  const groups = Map.groupBy(changes, comparedKind)
  const labelled = { ...words.report.changes, ...spoken.completed }
  const some = asked.organisation !== '' || asked.committee !== ''
  return {
    headline: say.split(changed > 0 ? spoken.headline : spoken.headlineNone, {
      n: changed,
      of: to.points.length,
      ...days,
    }),
    counts: say(spoken.counts, {
      before: from.completion.completed,
      beforeOf: from.completion.adopted,
      after: to.completion.completed,
      afterOf: to.completion.adopted,
      fromDay: dayText(lang, from.day),
      toDay: dayText(lang, to.day),
    }),
    since:
      changed > 0
        ? {
            caption: say(spoken.caption, { ...days, n: unchanged.length }),
            changes: comparedKinds
              .filter((kind) => groups.has(kind))
              .map((kind) => {
                const rows = groups.get(kind) ?? []
                return {
                  label: say(labelled[kind], { n: rows.length }),
                  rows: rows.map((change) => ({
                    number: change.number,
                    title: titles.get(change.number) ?? '',
                    ...marksOf(change, to, from, { lang }),
                    ...moved(change, to, context),
                  })),
                }
              }),
          }
        : null,
    quiet: quiet.map(({ number, steps }) => ({
      number,
      title: titles.get(number) ?? '',
      text: say(spoken.quietFor, { n: steps }),
    })),
    shared:
      shared.length > 0
        ? say(some ? spoken.sharedSome : spoken.shared, {
            n: shared.length,
            adopted: found.adopted,
            addedUp: found.addedUp,
          })
        : null,
  }
}

const endText = ({ term, day }: End, { lang, say, words }: PlanPageContext): string =>
  term === null
    ? say(words.comparison.today, { day: dayText(lang, day) })
    : say(words.comparison.review, { day: dayText(lang, day) })

/** Of what slipped: where its end was first, and how often it has moved. The first day is always there. */
function moved(change: Change, { points }: End, { lang, say, words }: PlanPageContext): { more?: string } {
  if (change.kind !== 'moved' && change.kind !== 'slipped') return {}
  const point = points.find(({ number }) => number === change.number)
  if (!point?.firstDueOn) return {}
  const day = dayText(lang, point.firstDueOn)
  return {
    more: say(point.moves > 0 ? words.comparison.moved : words.comparison.notMoved, { day, n: point.moves }),
  }
}

const Choice = Type.Object({ value: Type.String(), label: Type.String() })

/** `/{plan}/jamfor`: what changed between two review days, or since one, for the plan or for some of it. */
export const ComparisonData = Type.Object({
  /** The page's own address, for its form. */
  path: Type.String(),
  /** Where there is nothing to compare yet. */
  none: Maybe(Type.String()),
  choices: Type.Object({
    from: Type.Array(Choice),
    to: Type.Array(Choice),
    organisation: Type.Array(Choice),
    committee: Type.Array(Choice),
  }),
  asked: Type.Object({
    from: Type.String(),
    to: Type.String(),
    organisation: Type.String(),
    committee: Type.String(),
  }),
  /** Why what the address asks for cannot be compared. */
  refused: Maybe(Type.String()),
  found: Maybe(
    Type.Object({
      /** "Nio av 25 punkter har ändrats." */
      headline: Split,
      counts: Type.String(),
      since: Maybe(Type.Object({ caption: Type.String(), changes: Type.Array(Changes) })),
      quiet: Type.Array(Type.Object({ number: Type.String(), title: Type.String(), text: Type.String() })),
      shared: Maybe(Type.String()),
    }),
  ),
})
export type ComparisonData = Static<typeof ComparisonData>

export const comparisonPage: PlanPage = {
  of: 'plan',
  path: '/:plan/jamfor',
  view: 'reviews/comparison/Comparison',
  schema: ComparisonData,
  access: 'open',
  catalogues: ['comparison', 'report'],
  script: 'none',
  load: loadComparison,
}
