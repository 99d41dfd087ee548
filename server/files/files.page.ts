import { Type, type Static } from 'typebox'
import * as addresses from '#domain/addresses.ts'
import { dayOf } from '#domain/calendar.ts'
import { dayText } from '#words/format.ts'
import { countUndecided, listAttached } from './attach.store.ts'
import type { PlanPage, PlanPageContext } from '../http/page.ts'
import { layoutPlanOf } from '../plans/layout-plan.view.ts'
import { fileRow } from './schema.ts'
import { ShownFile, shownFile } from './view.ts'
import { whoText } from '../texts/view.ts'
import { Maybe } from '../http/schema.ts'

/** `/{plan}/filer`: what has been sent with activities and evidence, for whoever decides what is shown. */
export const FilesData = Type.Object({
  items: Type.Array(
    Type.Object({
      file: ShownFile,
      name: Maybe(Type.String()),
      /** "Aktivitet på punkt 7", and the point's number for its address. */
      belongs: Type.String(),
      point: Type.String(),
      /** "Kurator, barn- och utbildningskontoret, 16 november 2023." */
      sent: Type.String(),
    }),
  ),
  /** Null where nothing waits. */
  waiting: Maybe(Type.String()),
  /** Where the list goes on. */
  more: Maybe(Type.String()),
})
export type FilesData = Static<typeof FilesData>

const onePage = 50

export const filesPage: PlanPage = {
  of: 'plan',
  path: '/:plan/filer',
  view: 'files/Files',
  schema: FilesData,
  access: 'file.show',
  catalogues: ['files', 'saving'],
  script: 'page',
  load: loadFiles,
}

async function loadFiles(context: PlanPageContext) {
  const { tx, plan, lang, say, words, query, base } = context
  const spoken = words.files
  const before = /^[1-9][0-9]{0,14}$/.test(query.fore ?? '') ? Number(query.fore) : undefined
  const found = await listAttached(tx, plan.id, {
    limit: onePage + 1,
    before,
  })
  const items = found.slice(0, onePage)
  const waiting = await countUndecided(tx, plan.id)
  return {
    title: say(spoken.title, { plan: plan.title }),
    description: say(spoken.lead),
    plan: await layoutPlanOf(tx, plan),
    data: {
      items: items.map(({ file, point, activityId, recordedAt, by }) => ({
        file: shownFile(plan.slug, fileRow(file), context),
        name: file.name.body !== null ? say(spoken.fileName, { name: file.name.body }) : null,
        belongs: say(activityId === null ? spoken.belongs.evidence : spoken.belongs.activity, {
          number: point,
        }),
        point,
        sent: say(spoken.sentBy, {
          who: whoText(by.function, by.organisation),
          day: dayText(lang, dayOf(new Date(recordedAt))),
        }),
      })),
      waiting: waiting > 0 ? say(spoken.waitingLead, { n: waiting }) : null,
      more:
        found.length > onePage
          ? addresses.asking(addresses.files(addresses.plan(base, plan.slug)), { fore: items.at(-1)!.id })
          : null,
    } satisfies FilesData,
  }
}
