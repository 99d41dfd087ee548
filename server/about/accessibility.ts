import { dayOf } from '#domain/calendar.ts'
import { dated, type Lang } from '#words/format.ts'
import type { PageAnswer } from '../frame.ts'
import type { PageContext } from '../page.ts'
import { listPlans } from '../plans/store.ts'
import { automaticChecks } from './checks.ts'
import type { AccessibilityData } from './page.ts'
import { contactLink } from './plan.ts'
import { latestStatement, type StatementRow } from './store.ts'

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
  const report = `${base}/tyck-till?om=${encodeURIComponent(`${base}/tillganglighet`)}&slag=tillganglighet`
  const row = await latestStatement(tx, { published: true })
  if (row) {
    const { service, contactEmail, contactPhone, assessedOn } = row.statement
    return {
      title: say(words.accessibility.titleOf, { service }),
      description: say(words.accessibility.descriptionOf, { service }),
      data: {
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
      ...(actor && others.length === 0 && { actor }),
      contacts: [...contacts].map(contactLink),
      assessed: dated(lang, automaticChecks.checkedOn),
      report,
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
      ...(mendedBy && { mendedBy: dated(lang, mendedBy) }),
    })),
    ...(burden.trim() && { burden }),
    ...(exempt.trim() && { exempt }),
    answerWithin: statement.answerWithin!,
    ...(method === 'external' && { assessor }),
    updated: dated(lang, dayOf(new Date(recordedAt))),
  }
}

const phoneLink = (phone: string) => ({ text: phone, href: `tel:${phone.replace(/[^\d+]/g, '')}` })
