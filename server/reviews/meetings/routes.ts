import type { FastifyRequest } from 'fastify'
import { responses, type Routes } from '../../http/routes.ts'
import type { Tx } from '../../database/database.ts'
import { writeOnce } from '../../http/write-once.ts'
import type { WriteContext } from '../../http/write-context.ts'
import { findPlan } from '../../database/plan.ts'
import { ReviewAddress } from '../../http/schema.ts'
import {
  agendaWhole,
  meetingWhole,
  AgendaWhole,
  EnteredAddress,
  MeetingChange,
  MeetingWhole,
  NewAgenda,
  NewComment,
  NewLiveDecision,
  NewShowing,
  Withdrawal,
} from './schema.ts'
import { comment, decide, orderAgenda, runMeeting, showSlide, withdraw } from './run.ts'

type At = { plan: string; term: string }
const at = (request: FastifyRequest) => request.params as At

/** The agenda of a review day, and its meeting: opened, stepped through, with decisions and words bound to the day. */
export const meetingRoutes: Routes = (api, dependencies) => {
  const agenda = async (tx: Tx, { plan, term }: At) => agendaWhole(tx, (await findPlan(tx, plan))!, term)
  const meeting = async (tx: Tx, { plan, term }: At) => meetingWhole(tx, (await findPlan(tx, plan))!, term)
  const path = '/plans/:plan/reviews/:term'
  const params = ReviewAddress
  const told = { 200: responses(200, MeetingWhole), 201: responses(201, MeetingWhole) }

  api.get(
    `${path}/agenda`,
    { config: { permission: 'review.plan' }, schema: { params, response: responses(200, AgendaWhole) } },
    (request) => dependencies.db.read((tx) => agenda(tx, at(request))),
  )

  api.put(
    `${path}/agenda`,
    {
      config: { permission: 'review.plan', trail: 'review.agenda' },
      schema: { params, body: NewAgenda, response: responses(200, AgendaWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async (tx, context) => {
        const { plan, term } = at(request)
        await orderAgenda(tx, plan, term, request.body as NewAgenda, context)
        return agenda(tx, at(request))
      }),
  )

  api.get(
    `${path}/meeting`,
    { config: { permission: 'review.close' }, schema: { params, response: told[200] } },
    (request) => dependencies.db.read((tx) => meeting(tx, at(request))),
  )

  /** A change to the meeting that answers how the meeting stands. */
  const changing =
    <Claim>(
      status: 200 | 201,
      work: (tx: Tx, plan: string, term: string, claim: Claim, context: WriteContext) => Promise<void>,
    ) =>
    (request: FastifyRequest, reply: Parameters<typeof writeOnce>[2]) =>
      writeOnce(dependencies, request, reply, status, async (tx, context) => {
        const { plan, term } = at(request)
        await work(tx, plan, term, request.body as Claim, context)
        return meeting(tx, at(request))
      })

  api.put(
    `${path}/meeting`,
    {
      config: { permission: 'review.close', trail: 'meeting.open' },
      schema: { params, body: MeetingChange, response: told[200] },
    },
    changing<MeetingChange>(200, (tx, plan, term, { open }, context) =>
      runMeeting(tx, plan, term, open, context),
    ),
  )

  api.put(
    `${path}/meeting/showing`,
    {
      config: { permission: 'review.close', trail: 'meeting.step' },
      schema: { params, body: NewShowing, response: told[200] },
    },
    changing<NewShowing>(200, showSlide),
  )

  api.post(
    `${path}/decisions`,
    {
      config: { permission: 'review.close', trail: 'meeting.decide' },
      schema: { params, body: NewLiveDecision, response: told[201] },
    },
    changing<NewLiveDecision>(201, decide),
  )

  api.post(
    `${path}/comments`,
    {
      config: { permission: 'review.close', trail: 'meeting.comment' },
      schema: { params, body: NewComment, response: told[201] },
    },
    changing<NewComment>(201, comment),
  )

  for (const kind of ['decision', 'comment'] as const)
    api.put(
      `${path}/${kind}s/:id/withdrawal`,
      {
        config: { permission: 'review.close', trail: 'meeting.withdraw' },
        schema: { params: EnteredAddress, body: Withdrawal, response: told[200] },
      },
      (request, reply) => {
        const { id } = request.params as { id: string }
        const work = (tx: Tx, plan: string, term: string, _claim: object, context: WriteContext) =>
          withdraw(tx, plan, term, { kind, id: Number(id) }, context)
        return changing(200, work)(request, reply)
      },
    )
}
