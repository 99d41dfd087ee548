import { Type, type Static } from 'typebox'
import type { Conformity } from '#domain/accessibility.ts'
import * as addresses from '#domain/addresses.ts'
import { dayOf } from '#domain/calendar.ts'
import { dated, type Lang } from '#words/format.ts'
import { type PageAnswer, Dated } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import type { PageContext, Page } from '../http/page.ts'
import { listPlans } from '../plans/store.ts'
import { automaticChecks } from './checks.ts'
import { latestStatement, type StatementRow } from './store.ts'
import { contactLink } from '../plans/view.ts'

/**
 * The statement of accessibility (P09) as it was last published. Until there is one: what the makers of the program know, that the municipality's own is
 * missing, and whose site it is where all plans are one municipality's.
 */
export async function loadAccessibility({
  tx,
  lang,
  base,
  say,
  words,
}: PageContext): Promise<PageAnswer<AccessibilityData>> {
  const report = addresses.asking(addresses.feedback(base), {
    om: addresses.accessibility(base),
    slag: 'tillganglighet',
  })
  const row = await latestStatement(tx, { published: true })
  if (row) {
    const { service, contactEmail, contactPhone, assessedOn } = row.statement
    return {
      title: say(words.accessibility.titleOf, { service }),
      description: say(words.accessibility.descriptionOf, { service }),
      data: {
        actor: null,
        contacts: [contactLink(contactEmail), phoneLink(contactPhone)],
        assessed: dated(lang, assessedOn!),
        report,
        published: publishedIn(row, lang),
      },
    }
  }
  const plans = await listPlans(tx)
  const [actor, ...others] = new Set(plans.map((plan) => plan.municipality))
  const contacts = new Set(plans.flatMap((plan) => plan.contact ?? []))
  return {
    title: say(words.accessibility.title),
    description: say(words.accessibility.description),
    data: {
      actor: actor && others.length === 0 ? actor : null,
      contacts: [...contacts].map(contactLink),
      assessed: dated(lang, automaticChecks.checkedOn),
      report,
      published: null,
    },
  }
}

/** What had every field when it was published. */
function publishedIn(
  { statement, recordedAt }: StatementRow,
  lang: Lang,
): NonNullable<AccessibilityData['published']> {
  const { actor, service, burden, exempt, method, assessor } = statement
  return {
    actor,
    service,
    conformity: statement.conformity!,
    shortcomings: statement.shortcomings.map(({ mendedBy, ...one }) => ({
      ...one,
      mendedBy: mendedBy ? dated(lang, mendedBy) : null,
    })),
    burden: burden.trim() ? burden : null,
    exempt: exempt.trim() ? exempt : null,
    answerWithin: statement.answerWithin!,
    assessor: method === 'external' ? assessor : null,
    updated: dated(lang, dayOf(new Date(recordedAt))),
  }
}

const phoneLink = (phone: string) => ({ text: phone, href: `tel:${phone.replace(/[^\d+]/g, '')}` })

const Shown = Type.Object({ text: Type.String(), href: Maybe(Type.String()) })

/** `/tillganglighet`: the statement that was last published; before that what the makers of the program know. */
export const AccessibilityData = Type.Object({
  actor: Maybe(Type.String()),
  contacts: Type.Array(Shown),
  assessed: Dated,
  /** Where one tells of a fault: the message form. */
  report: Type.String(),
  published: Maybe(
    Type.Object({
      actor: Type.String(),
      service: Type.String(),
      conformity: Type.Unsafe<Conformity>({ type: 'string' }),
      shortcomings: Type.Array(
        Type.Object({
          what: Type.String(),
          whom: Type.String(),
          why: Type.String(),
          mendedBy: Maybe(Dated),
        }),
      ),
      burden: Maybe(Type.String()),
      exempt: Maybe(Type.String()),
      answerWithin: Type.Integer(),
      /** By whom it was gone through, where that was somebody else. */
      assessor: Maybe(Type.String()),
      updated: Dated,
    }),
  ),
})
export type AccessibilityData = Static<typeof AccessibilityData>

/** What stands where a page could not be shown. */
export const ProblemData = Type.Object({
  kind: Type.Unsafe<'missing' | 'forbidden' | 'signIn' | 'tooMany' | 'malformed' | 'failed'>({
    type: 'string',
  }),
  /** The address that was asked for, to come back to once signed in. */
  back: Maybe(Type.String()),
})
export type ProblemData = Static<typeof ProblemData>

export const accessibilityPage: Page = {
  of: 'installation',
  path: '/tillganglighet',
  view: 'accessibility/Accessibility',
  schema: AccessibilityData,
  access: 'open',
  catalogues: ['accessibility'],
  script: 'none',
  load: loadAccessibility,
}
