import { planOf, responses, type Routes } from '../../http/routes.ts'
import { writeOnce } from '../../http/write-once.ts'
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

/** The agenda of a review day, and its meeting: opened, stepped through, with decisions and words bound to the day. */
export const meetingRoutes: Routes = (api, dependencies) => {
  const path = '/plans/:plan/reviews/:term'
  const params = ReviewAddress
  const told = { 200: responses(200, MeetingWhole), 201: responses(201, MeetingWhole) }

  api.get(
    `${path}/agenda`,
    { config: { permission: 'review.plan' }, schema: { params, response: responses(200, AgendaWhole) } },
    (request) => dependencies.db.read((tx) => agendaWhole(tx, planOf(request), request.params.term)),
  )

  api.put(
    `${path}/agenda`,
    {
      config: { permission: 'review.plan', trail: 'review.agenda' },
      schema: { params, body: NewAgenda, response: responses(200, AgendaWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async ({ tx, plan, context }) => {
        const { term } = request.params
        await orderAgenda(tx, plan, term, request.body, context)
        return agendaWhole(tx, plan, term)
      }),
  )

  api.get(
    `${path}/meeting`,
    { config: { permission: 'review.close' }, schema: { params, response: told[200] } },
    (request) => dependencies.db.read((tx) => meetingWhole(tx, planOf(request), request.params.term)),
  )

  api.put(
    `${path}/meeting`,
    {
      config: { permission: 'review.close', trail: 'meeting.open' },
      schema: { params, body: MeetingChange, response: told[200] },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async ({ tx, plan, context }) => {
        const { term } = request.params
        await runMeeting(tx, plan, term, request.body.open, context)
        return meetingWhole(tx, plan, term)
      }),
  )

  api.put(
    `${path}/meeting/showing`,
    {
      // Only those who follow see it, and they are told.
      config: { permission: 'review.close', trail: 'meeting.step', withoutLock: true },
      schema: { params, body: NewShowing, response: told[200] },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async ({ tx, plan }) => {
        const { term } = request.params
        await showSlide(tx, plan, term, request.body)
        return meetingWhole(tx, plan, term)
      }),
  )

  api.post(
    `${path}/decisions`,
    {
      config: { permission: 'review.close', trail: 'meeting.decide' },
      schema: { params, body: NewLiveDecision, response: told[201] },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async ({ tx, plan, context }) => {
        const { term } = request.params
        await decide(tx, plan, term, request.body, context)
        return meetingWhole(tx, plan, term)
      }),
  )

  api.post(
    `${path}/comments`,
    {
      config: { permission: 'review.close', trail: 'meeting.comment' },
      schema: { params, body: NewComment, response: told[201] },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 201, async ({ tx, plan, context }) => {
        const { term } = request.params
        await comment(tx, plan, term, request.body, context)
        return meetingWhole(tx, plan, term)
      }),
  )

  for (const kind of ['decision', 'comment'] as const)
    api.put(
      `${path}/${kind}s/:id/withdrawal`,
      {
        config: { permission: 'review.close', trail: 'meeting.withdraw' },
        schema: { params: EnteredAddress, body: Withdrawal, response: told[200] },
      },
      (request, reply) =>
        writeOnce(dependencies, request, reply, 200, async ({ tx, plan, context }) => {
          const { term, id } = request.params
          await withdraw(tx, plan, term, { kind, id: Number(id) }, context)
          return meetingWhole(tx, plan, term)
        }),
    )
}
