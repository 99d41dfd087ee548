import { Type, type Static } from 'typebox'
import { statementReasons, type Shortcoming, type Statement } from '#domain/accessibility.ts'
import { dayOf } from '#domain/calendar.ts'
import { dated } from '#words/format.ts'
import { Dated, type PageAnswer } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import type { Page, PageContext } from '../http/page.ts'
import { listPlans } from '../plans/store.ts'
import { knownChecks, shortcomingsOf } from './checks.ts'
import { NewStatement } from './schema.ts'
import { latestStatement } from './store.ts'

const { statement: ClaimedStatement } = NewStatement.properties

/** `/mitt/tillganglighet`: the statement as it was last saved, or begun with what is known. */
export const StatementData = Type.Object({
  today: Type.String(),
  statement: ClaimedStatement,
  /** The version that is changed; null for the first. */
  basedOn: Maybe(Type.Integer()),
  /** When the one readers see was published. */
  published: Maybe(Dated),
  /** Whether what stands here is not what readers see. */
  draft: Type.Boolean(),
  /** What the checks found that the statement does not name. */
  fromChecks: ClaimedStatement.properties.shortcomings,
})
export type StatementData = Static<typeof StatementData>

export const statementPage: Page = {
  of: 'installation',
  path: '/mitt/tillganglighet',
  view: 'accessibility/Statement',
  schema: StatementData,
  access: 'statement.edit',
  catalogues: ['accessibilityStatement', 'saving'],
  refusals: [...statementReasons],
  script: 'page',
  load: loadStatement,
}

async function loadStatement(context: PageContext): Promise<PageAnswer<StatementData>> {
  const { tx, lang, say, words, today } = context
  const latest = await latestStatement(tx)
  const shown = await latestStatement(tx, { published: true })
  const statement = latest?.statement ?? (await begun(context))
  const named = new Set(statement.shortcomings.map(({ what }) => what))
  return {
    title: say(words.accessibilityStatement.title),
    description: say(words.accessibilityStatement.description),
    current: 'mine',
    data: {
      today,
      statement,
      basedOn: latest?.id ?? null,
      published: shown ? dated(lang, dayOf(new Date(shown.recordedAt))) : null,
      draft: latest !== undefined && !latest.published,
      fromChecks: shortcomingsOf(await knownChecks(tx)).filter(({ what }) => !named.has(what)),
    },
  }
}

/** A first draft: whose plans stand here, where one writes to them, and what the checks have left. */
async function begun({ tx }: PageContext): Promise<Statement> {
  const plans = await listPlans(tx)
  const [actor, ...others] = new Set(plans.map(({ municipality }) => municipality))
  const shortcomings: Shortcoming[] = shortcomingsOf(await knownChecks(tx))
  return {
    actor: others.length === 0 ? (actor ?? '') : '',
    service: 'Avstämt',
    conformity: shortcomings.length > 0 ? 'partial' : null,
    shortcomings,
    burden: '',
    exempt: '',
    contactEmail: plans.find(({ contact }) => contact?.includes('@'))?.contact ?? '',
    contactPhone: '',
    answerWithin: null,
    method: null,
    assessor: '',
    assessedOn: null,
  }
}
