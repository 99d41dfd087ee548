import { contributionOf } from '#domain/thanks.ts'
import type { Lang } from '#words/format.ts'
import { termName } from '#words/format.ts'
import { words } from '#words/index.ts'
import type { Say } from '#words/say.ts'
import type { Tx } from '../database/database.ts'
import { paragraphs, type Made, type Making } from '../notices/making.ts'
import { listReviews, type Review } from '../reviews/store.ts'
import { ambassadorsOf, loggedInRound, type Ambassador } from './store.ts'

interface Writing {
  lang: Lang
  say: Say
  plan: { id: number; title: string; slug: string }
  review: Review
  base: string
  name?: string | null
}

/**
 * The thanks to one ambassador: three facts of their own workplace or organisation, and the whole (idea 25). Made of the closed round alone, so that the
 * preview and what is sent later say the same.
 */
export async function thanksTo(
  tx: Tx,
  ambassador: Ambassador,
  all: readonly Ambassador[],
  { lang, say, plan, review, base, name }: Writing,
): Promise<{ subject: string; text: string; link: string } | undefined> {
  const snapshot = review.closure?.snapshot
  if (!snapshot) return undefined
  const { thanks: spoken, hello, sender } = words[lang].mails
  const { workplace, organisation, personId } = ambassador
  const shares = (one: Ambassador) => one.workplace === workplace && one.organisation?.id === organisation?.id
  const own = {
    organisationId: organisation?.id ?? null,
    organisation: organisation?.name ?? null,
    workplace: new Set([personId, ...(workplace ? all.filter(shares).map((one) => one.personId) : [])]),
  }
  const theirs = snapshot.points
    .filter(({ lead, takesPart }) => [lead, ...takesPart].some(({ code }) => code === organisation?.code))
    .map(({ number }) => number)
  const logged = await loggedInRound(tx, plan.id, review)
  const found = contributionOf(own, logged, snapshot.changes, theirs)
  const titles = new Map(snapshot.points.map((point) => [point.number, point.title]))
  const who = (found.of === 'workplace' ? workplace : null) ?? organisation?.name ?? ambassador.function
  const facts = [
    say(found.activities > 0 ? spoken.logged : spoken.loggedNone, { n: found.activities, who }),
    found.participants === null ? say(spoken.reachedUnknown) : say(spoken.reached, { n: found.participants }),
    found.moved.length > 0
      ? say(spoken.moved, {
          n: found.moved.length,
          which: found.moved.map((number) => `${number} ${titles.get(number) ?? ''}`).join('; '),
        })
      : say(spoken.movedNone),
  ]
  const about = { term: termName(lang, review.term), plan: plan.title }
  const link = `${base}/${plan.slug}/avstamningar/${review.term}`
  return {
    subject: say(spoken.subject, about),
    text: paragraphs(
      ...(name === undefined ? [] : [say(hello, { name: name ?? '' })]),
      say(spoken.text, about),
      facts.map((fact) => `– ${fact}`).join('\n'),
      say(spoken.whole, { ...snapshot.completion, added: '' }),
      say(spoken.read),
      link,
      say(spoken.thanks),
      say(sender),
    ),
    link,
  }
}

/** The mail when it is sent: nothing to somebody who has turned such mail off or is no ambassador any longer. */
export async function thanksLetter(making: Making): Promise<Made> {
  const { tx, notice, person, plan, lang, say, base } = making
  if (!plan || person.remindersOffAt !== null) return undefined
  const review = (await listReviews(tx, plan.id)).find(({ id }) => id === notice.facts.review)
  const all = review ? await ambassadorsOf(tx, plan.id, review.id) : []
  const own = all.find(({ personId }) => personId === person.id)
  return review && own && thanksTo(tx, own, all, { lang, say, plan, review, base, name: person.name })
}
