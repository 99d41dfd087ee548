import { Type, type Static } from 'typebox'
import { listText } from '#words/format.ts'
import { decisionsOf } from './decisions.store.ts'
import type { PlanPageContext } from '../http/page.ts'
import { readTexts } from '../texts/store.ts'
import { byText } from './report-left.ts'
import { shownText } from '../texts/view.ts'
import { commentsOf } from './comments.store.ts'
import { Maybe } from '../http/schema.ts'

/** A decision or a comment as it was entered, while it can still be changed: its words, and what is sent again with other words. */
export const Entered = Type.Object({
  id: Type.Integer(),
  text: Type.String(),
  masked: Type.Boolean(),
  /** Who and when, and of which points, as one text. */
  meta: Maybe(Type.String()),
  organisation: Maybe(Type.String()),
  function: Maybe(Type.String()),
  dueOn: Maybe(Type.String()),
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
    return { text: told?.text ?? '', masked: told?.masked ?? false }
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
        meta: meta.length > 0 ? meta.join(' ') : null,
        organisation: responsible.organisation ? responsible.organisation.code : null,
        function: responsible.function || null,
        dueOn,
        points,
      }
    }),
    said: comments.map(({ id, textId, number }) => ({
      id,
      ...wordsOf(textId),
      organisation: null,
      function: null,
      dueOn: null,
      meta: number === null ? say(words.entered.ofWhole) : say(words.entered.ofPoint, { number }),
      points: number === null ? [] : [number],
    })),
  }
}
