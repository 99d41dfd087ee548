import { dated } from '#words/format.ts'
import type { PageAnswer } from '../frame.ts'
import type { PageContext } from '../page.ts'
import { listPlans } from '../plans/store.ts'
import type { AccessibilityData } from './page.ts'
import { contactLink } from './plan.ts'

/** When the product was last gone through; changed together with what the statement says of it (domain §2.6). */
const assessedOn = '2026-11-21'

/** The statement of accessibility (P09). Whose site it is follows from the plans: named only where they all are one municipality's. */
export async function loadAccessibility({
  tx,
  lang,
  say,
  words,
}: PageContext): Promise<PageAnswer<AccessibilityData>> {
  const plans = await listPlans(tx)
  const [actor, ...others] = new Set(plans.map((plan) => plan.municipality))
  const contacts = new Set(plans.flatMap((plan) => plan.contact ?? []))
  return {
    title: say(words.accessibility.title),
    description: say(words.accessibility.description),
    data: {
      ...(actor && others.length === 0 && { actor }),
      contacts: [...contacts].map(contactLink),
      assessed: dated(lang, assessedOn),
    },
  }
}
