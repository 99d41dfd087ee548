import type { FastifyReply, FastifyRequest } from 'fastify'
import { may } from '#domain/roles.ts'
import type { Routes } from '../api.ts'
import { Refused } from '../errors.ts'
import { rolesOf } from '../guard.ts'
import { Address, ReviewAddress } from '../shapes.ts'
import { readTexts } from '../texts/store.ts'
import { visiblePlan } from '../visible.ts'
import { calendarOf } from './calendar.ts'
import { listReviews } from './store.ts'

/** Review days as calendar files: all of a plan's, to subscribe to (O07), and one, to put in one's own calendar (A13). */
export const calendarRoutes: Routes = (api, parts, answer) => {
  const calendar = (request: FastifyRequest, reply: FastifyReply) => {
    const { plan: slug, term } = request.params as { plan: string; term?: string }
    return answer(request, reply, slug, async () => {
      const body = await parts.db.read(async (tx) => {
        const plan = await visiblePlan(tx, slug, request.viewer)
        const all = await listReviews(tx, plan.id)
        const reviews = term === undefined ? all : all.filter((review) => review.term === term)
        if (term !== undefined && reviews.length === 0) throw new Refused(404, 'not-found')
        const texts = await readTexts(
          tx,
          reviews.flatMap((review) => [review.guestId, review.agendaId]),
        )
        const inside = may(rolesOf(request.viewer, plan), 'plan.read-unpublished')
        return calendarOf({ plan, reviews, texts, lang: 'sv', origin: parts.publicUrl ?? '', inside })
      })
      return { type: 'text/calendar; charset=utf-8', body }
    })
  }

  const config = { open: true } as const
  const produces = ['text/calendar']
  api.get('/plans/:plan/reviews.ics', { config, schema: { params: Address, produces } }, calendar)
  api.get(
    '/plans/:plan/reviews/:term/calendar.ics',
    { config, schema: { params: ReviewAddress, produces } },
    calendar,
  )
}
