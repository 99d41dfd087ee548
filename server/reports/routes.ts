import type { FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import { reportSteps, type ReportStep } from '#domain/report.ts'
import type { Change } from '#domain/trail.ts'
import type { Deed } from '#domain/roles.ts'
import { answers, type Routes } from '../http/routes.ts'
import { writeOnce } from '../http/write-once.ts'
import { findPlan } from '../plans/store.ts'
import { Address, ReviewAddress, Shape, Words } from '../http/schema.ts'
import { reportWhole } from './answer.ts'
import { Blocks } from './blocks.ts'
import { prose } from './prose.ts'
import { NewReport, ReportStepClaim, ReportWhole } from './schema.ts'
import { saveReport, takeReportStep } from './store.ts'

const paramsOf = (request: FastifyRequest) => request.params as { plan: string; term: string }

const ProsePreview = Shape({ text: Words(60_000) })
const ProsePreviewed = Shape({ blocks: Blocks })
export type ProsePreviewed = Static<typeof ProsePreviewed>

/** Who may take which step, and what the trail calls it. */
const steps: Record<ReportStep, { deed: Deed; trail?: Change }> = {
  approval: { deed: 'report.approve' },
  publication: { deed: 'report.publish' },
  reopening: { deed: 'report.write', trail: 'report.reopen' },
}

/** Four prose sections of the greatest length, in signs of two bytes, and the lists. */
const reportBytes = 256 * 1024

/** The words of a closed review day's report, for those who lead the plan (F30, F34). */
export const reportRoutes: Routes = (api, parts) => {
  api.get(
    '/plans/:plan/reviews/:term/report',
    {
      config: { deed: 'report.write' },
      schema: { params: ReviewAddress, response: answers(200, ReportWhole) },
    },
    (request, reply) => {
      const { plan, term } = paramsOf(request)
      reply.header('cache-control', 'no-store')
      return parts.db.read(async (tx) => reportWhole(tx, (await findPlan(tx, plan))!, term, parts.now()))
    },
  )

  api.put(
    '/plans/:plan/reviews/:term/report',
    {
      bodyLimit: reportBytes,
      config: { deed: 'report.write' },
      schema: { params: ReviewAddress, body: NewReport, response: answers(200, ReportWhole) },
    },
    (request, reply) =>
      writeOnce(parts, request, reply, 200, async (tx, act) => {
        const { plan, term } = paramsOf(request)
        await saveReport(tx, plan, term, request.body as NewReport, act)
        return reportWhole(tx, (await findPlan(tx, plan))!, term, act.now)
      }),
  )

  for (const step of Object.keys(reportSteps) as ReportStep[]) {
    api.post(
      `/plans/:plan/reviews/:term/report/${step}`,
      {
        config: steps[step],
        schema: { params: ReviewAddress, body: ReportStepClaim, response: answers(200, ReportWhole) },
      },
      (request, reply) =>
        writeOnce(parts, request, reply, 200, async (tx, act) => {
          const { plan, term } = paramsOf(request)
          const { basedOn } = request.body as ReportStepClaim
          await takeReportStep(tx, plan, term, { step, basedOn }, act)
          return reportWhole(tx, (await findPlan(tx, plan))!, term, act.now)
        }),
    )
  }

  // Reads, though it is sent as a body: what is being written is too long for an address, and nobody else's to keep.
  api.post(
    '/plans/:plan/prose-preview',
    {
      bodyLimit: reportBytes,
      config: { deed: 'report.write' },
      schema: {
        params: Address,
        body: ProsePreview,
        response: answers(200, ProsePreviewed),
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return { blocks: await prose((request.body as Static<typeof ProsePreview>).text) }
    },
  )
}
