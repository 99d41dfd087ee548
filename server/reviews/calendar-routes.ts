import type { FastifyReply, FastifyRequest } from 'fastify'
import { may } from '#domain/roles.ts'
import type { Lang } from '#words/format.ts'
import type { Routes } from '../api.ts'
import { Refused } from '../errors.ts'
import { rolesOf } from '../guard.ts'
import { Address, ReviewAddress } from '../shapes.ts'
import { readTexts } from '../texts/store.ts'
import { visiblePlan } from '../visible.ts'
import { calendarOf, calendarPath } from './calendar.ts'
import { everyReview } from './store.ts'

/** Review days as calendar files in each language: all of a plan's, to subscribe to (O07), and one, to put in one's own calendar (A13). */
export const calendarRoutes: Routes = (api, parts, answer) => {
  const calendar = (lang: Lang) => (request: FastifyRequest, reply: FastifyReply) => {
    const { plan: slug, term } = request.params as { plan: string; term?: string }
    return answer(request, reply, slug, async () => {
      const body = await parts.db.read(async (tx) => {
        const plan = await visiblePlan(tx, slug, request.viewer)
        const all = await everyReview(tx, plan.id)
        const reviews = term === undefined ? all : all.filter((review) => review.term === term)
        if (term !== undefined && reviews.length === 0) throw new Refused(404, 'not-found')
        const texts = await readTexts(
          tx,
          reviews.flatMap(({ guestId, agendaId, cancelled }) => [
            guestId,
            agendaId,
            cancelled?.textId ?? null,
          ]),
        )
        const inside = may(rolesOf(request.viewer, plan), 'plan.read-unpublished')
        return calendarOf({ plan, reviews, texts, lang, origin: parts.publicUrl ?? '', inside })
      })
      return { type: 'text/calendar; charset=utf-8', body }
    })
  }

  const config = { open: true } as const
  const produces = ['text/calendar']
  for (const lang of ['sv', 'en'] as const) {
    const all = { config, schema: { params: Address, produces } }
    const one = { config, schema: { params: ReviewAddress, produces } }
    api.get(calendarPath({ slug: ':plan' }, lang).replace('/api/v1', ''), all, calendar(lang))
    api.get(calendarPath({ slug: ':plan' }, lang, ':term').replace('/api/v1', ''), one, calendar(lang))
  }
}
