import { Type, type Static } from 'typebox'
import { checkReasons, manualChecks, type ManualCheck } from '#domain/accessibility.ts'
import { dated } from '#words/format.ts'
import { Dated, type PageAnswer } from '../http/layout.ts'
import { Maybe } from '../http/schema.ts'
import type { Page, PageContext } from '../http/page.ts'
import { automaticChecks, knownChecks, shortcomingsOf } from './checks.ts'

/** `/mitt/tillganglighet/kontroll`: what automatic and manual checks found and when, and the shortcomings that follow (T10). */
export const CheckData = Type.Object({
  today: Type.String(),
  automatic: Type.Object({
    text: Type.String(),
    findings: Type.Array(Type.String()),
  }),
  manual: Type.Array(
    Type.Object({
      check: Type.Unsafe<ManualCheck>({ type: 'string' }),
      name: Type.String(),
      how: Type.String(),
      outcome: Type.Unsafe<'passed' | 'faults' | 'never'>({ type: 'string' }),
      day: Maybe(Dated),
      by: Maybe(Type.String()),
      note: Maybe(Type.String()),
    }),
  ),
  shortcomings: Type.Array(Type.Object({ what: Type.String(), whom: Type.String() })),
})
export type CheckData = Static<typeof CheckData>

export const checkPage: Page = {
  of: 'installation',
  path: '/mitt/tillganglighet/kontroll',
  view: 'accessibility/Check',
  schema: CheckData,
  access: 'statement.edit',
  catalogues: ['accessibilityChecks', 'saving'],
  refusals: [...checkReasons],
  script: 'page',
  load: loadCheck,
}

async function loadCheck({ tx, lang, say, words, today }: PageContext): Promise<PageAnswer<CheckData>> {
  const spoken = words.accessibilityChecks
  const known = await knownChecks(tx)
  const { axe, pages, checkedOn } = automaticChecks
  return {
    title: say(spoken.title),
    description: say(spoken.description),
    current: 'mine',
    data: {
      today,
      automatic: {
        text: say(spoken.automaticText, { axe, n: pages.length, day: dated(lang, checkedOn).text }),
        findings: pages
          .filter(({ findings }) => findings.length > 0)
          .map(({ path, findings }) => say(spoken.automaticFound, { path, findings: findings.join(', ') })),
      },
      manual: manualChecks.map((check) => {
        const last = known.find((one) => one.check === check)
        return {
          check,
          name: say(spoken.items[check].name),
          how: say(spoken.items[check].how),
          outcome: last?.outcome ?? ('never' as const),
          day: last ? dated(lang, last.checkedOn) : null,
          by: last ? say(last.byPerson ? spoken.byPerson : spoken.byBrowser) : null,
          note: last?.note || null,
        }
      }),
      shortcomings: shortcomingsOf(known).map(({ what, whom }) => ({ what, whom })),
    },
  }
}
