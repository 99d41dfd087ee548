import { Type, type Static } from 'typebox'
import { listText } from '#words/format.ts'
import { decisionsOf } from './decisions.store.ts'
import type { PlanPageContext } from '../http/page.ts'
import { readTexts } from '../texts/store.ts'
import { byText } from './report-left.ts'
import { shownText } from '../texts/view.ts'
import { commentsOf } from './comments.store.ts'

/** A decision or a comment as it was entered, while it can still be changed: its words, and what is sent again with other words. */
export const Entered = Type.Object({
  id: Type.Integer(),
  text: Type.String(),
  masked: Type.Optional(Type.Boolean()),
  /** Who and when, and of which points, as one text. */
  meta: Type.Optional(Type.String()),
  organisation: Type.Optional(Type.String()),
  function: Type.Optional(Type.String()),
  dueOn: Type.Optional(Type.String()),
  points: Type.Array(Type.String()),
})
export type Entered = Static<typeof Entered>

/** What has been entered on a review day that is not closed, in the order of recording. */
export async function enteredOn(
  context: PlanPageContext,
  reviewId: number,
): Promise<{ decided: Entered[]; said: Entered[] }> {
  const { tx, lang, say, words } = context
  const decisions = await decisionsOf(tx, reviewId)
  const comments = await commentsOf(tx, reviewId)
  const texts = await readTexts(tx, [
    ...decisions.map(({ text }) => text.text),
    ...comments.map(({ textId }) => textId),
  ])
  const wordsOf = (id: number) => {
    const told = shownText(texts.get(id) ?? null, context)
    return { text: told?.text ?? '', ...(told?.masked && { masked: true }) }
  }
  return {
    decided: decisions.map((decision) => {
      const { id, text, responsible, dueOn, points } = decision
      const meta = [byText(decision, context), points.length > 0 ? `(${listText(lang, points)})` : ''].filter(
        Boolean,
      )
      return {
        id,
        ...wordsOf(text.text),
        ...(meta.length > 0 && { meta: meta.join(' ') }),
        ...(responsible.organisation && { organisation: responsible.organisation.code }),
        ...(responsible.function && { function: responsible.function }),
        ...(dueOn && { dueOn }),
        points,
      }
    }),
    said: comments.map(({ id, textId, number }) => ({
      id,
      ...wordsOf(textId),
      meta: number === null ? say(words.entered.ofWhole) : say(words.entered.ofPoint, { number }),
      points: number === null ? [] : [number],
    })),
  }
}
