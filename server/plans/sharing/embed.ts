import { completion } from '#domain/completion.ts'
import { statusOrder } from '#domain/status.ts'
import { dayText, type Lang } from '#words/format.ts'
import type { Words } from '#words/index.ts'
import type { Say } from '#words/say.ts'
import type { Day } from '#domain/calendar.ts'
import { escapedMarkup } from '../../http/markup.ts'
import type { Plan } from '../../database/plan.ts'
import type { PointOnDayWithoutText } from '../../points/state-on-day.store.ts'

interface EmbedBasis {
  plan: Plan
  lang: Lang
  say: Say
  words: Words
  /** The whole address of the plan's page. */
  href: string
  /** The day the figures are from. */
  asOf: Day
  standing: readonly PointOnDayWithoutText[]
  example: boolean
}

/**
 * How a plan stands, as a piece of HTML for another site's page (P20): no frame, script, style, cookie or picture; the site it stands on
 * decides how it looks, by the classes that begin with `avstamt`.
 */
export function embedOf({ plan, lang, say, words, href, asOf, standing, example }: EmbedBasis): string {
  const spoken = words.sharing.embed
  const count = completion(standing)
  const [before, figure, after] = say.split(
    count.adopted > 0 ? words.plans.completed : words.plans.nothingYet,
    {
      completed: count.completed,
      n: count.adopted,
    },
  )
  const adopted = standing.filter((point) => point.adopted)
  const groups = statusOrder.flatMap((status) => {
    const n = adopted.filter((point) => point.status === status).length
    return n === 0
      ? []
      : `<li class="avstamt-${status.replaceAll('_', '-')}"><b>${n}</b> ${escapedMarkup(say(words.status.group[status], { n }))}</li>`
  })
  const text = escapedMarkup
  return [
    `<section class="avstamt" lang="${lang}">`,
    `<h2 class="avstamt-title"><a href="${text(href)}" lang="${text(plan.language)}">${text(plan.title)}</a></h2>`,
    example ? `<p class="avstamt-example">${text(say.split(words.common.example).join(''))}</p>` : '',
    `<p class="avstamt-sentence">${text(before)}<strong>${text(figure)}</strong>${text(after)}</p>`,
    groups.length > 0 ? `<ul class="avstamt-groups">${groups.join('')}</ul>` : '',
    `<p class="avstamt-day">${text(say(spoken.day, { day: dayText(lang, asOf) }))}</p>`,
    '</section>',
    '',
  ]
    .filter((line, index, all) => line !== '' || index === all.length - 1)
    .join('\n')
}
