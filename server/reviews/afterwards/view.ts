import { Type, type Static } from 'typebox'
import { dated, kept } from '#words/format.ts'
import { dayOf } from '#domain/calendar.ts'
import { Dated } from '../../http/layout.ts'
import { Maybe } from '../../http/schema.ts'
import type { PlanPageContext } from '../../http/page.ts'
import { referenceText, WayOut, hostOf } from '../../plans/view.ts'
import type { Hearing } from './hearings.store.ts'
import { readTexts } from '../../texts/store.ts'
import { closedDecisions, decisionAnswersIn, remarksOf } from './store.ts'
import { shownText } from '../../texts/view.ts'

/** A report was taken up by a body. */
export const HearingView = Type.Object({
  id: Type.Integer(),
  day: Dated,
  body: Type.String(),
  /** "§ 201, Dnr KS 2020/412" */
  where: Maybe(Type.String()),
  out: Maybe(WayOut),
  /** What was typed, for the form that mends it. */
  paragraph: Type.String(),
  reference: Type.String(),
  url: Type.String(),
})
export type HearingView = Static<typeof HearingView>

export function hearingView(hearing: Hearing, context: PlanPageContext): HearingView {
  const { lang, say, words } = context
  const { id, body, heldOn, paragraph, reference, url } = hearing
  const where = [paragraph && kept(paragraph), reference && referenceText(reference, context)].filter(Boolean)
  return {
    id,
    day: dated(lang, heldOn),
    body,
    where: where.length > 0 ? where.join(', ') : null,
    out: url ? { text: say(words.hearings.read, { host: hostOf(url) }), href: url } : null,
    paragraph: paragraph ?? '',
    reference: reference ?? '',
    url: url ?? '',
  }
}

/** What became of a decision, said on a later day. */
export const AnswerView = Type.Object({
  key: Type.String(),
  day: Dated,
  done: Type.Boolean(),
  text: Type.String(),
  masked: Type.Boolean(),
})
export type AnswerView = Static<typeof AnswerView>

/** A correction in words beside a report. */
export const RemarkView = Type.Object({
  key: Type.String(),
  day: Dated,
  point: Maybe(Type.Object({ number: Type.String(), title: Type.String() })),
  text: Type.String(),
  masked: Type.Boolean(),
  by: Type.String(),
})
export type RemarkView = Static<typeof RemarkView>

/** What has been said since of the plan's decisions, by the id of the decision's words, as a frozen report names it. */
export async function answerViews(context: PlanPageContext): Promise<Map<number, AnswerView[]>> {
  const { tx, plan, lang } = context
  const answers = await decisionAnswersIn(tx, plan.id)
  if (answers.size === 0) return new Map()
  const texts = await readTexts(
    tx,
    [...answers.values()].flat().map(({ textId }) => textId),
  )
  return new Map(
    (await closedDecisions(tx, plan.id)).map(({ id, textId }) => [
      textId,
      (answers.get(id) ?? []).map((one) => {
        const told = shownText(texts.get(one.textId) ?? null, context)
        return {
          key: `b${one.id}`,
          day: dated(lang, dayOf(new Date(one.recordedAt))),
          done: one.done,
          text: told?.text ?? '',
          masked: told?.masked ?? false,
        }
      }),
    ]),
  )
}

/** The remarks beside a report; `titles` by number, as the report has them. */
export async function remarkViews(
  context: PlanPageContext,
  reviewId: number,
  titles: ReadonlyMap<string, string>,
): Promise<RemarkView[]> {
  const { tx, lang } = context
  const remarks = await remarksOf(tx, reviewId)
  const texts = await readTexts(
    tx,
    remarks.map(({ textId }) => textId),
  )
  return remarks.map(({ id, point, textId, recordedAt, byFunction }) => {
    const told = shownText(texts.get(textId) ?? null, context)
    return {
      key: `r${id}`,
      day: dated(lang, dayOf(new Date(recordedAt))),
      point: point !== null ? { number: point, title: titles.get(point) ?? '' } : null,
      text: told?.text ?? '',
      masked: told?.masked ?? false,
      by: byFunction,
    }
  })
}
