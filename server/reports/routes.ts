import type { Static } from 'typebox'
import { reportSteps, type ReportStep } from '#domain/report.ts'
import type { Change } from '#domain/trail.ts'
import type { Permission } from '#domain/roles.ts'
import { planOf, responses, type Routes } from '../http/routes.ts'
import { writeOnce } from '../http/write-once.ts'
import { Address, ReviewAddress, StrictObject, Words } from '../http/schema.ts'
import { reportWhole } from './answer.ts'
import { Blocks } from './blocks.ts'
import { prose } from './prose.ts'
import { NewReport, ReportStepClaim, ReportWhole } from './schema.ts'
import { saveReport, takeReportStep } from './store.ts'

const ProsePreview = StrictObject({ text: Words(60_000) })
const ProsePreviewed = StrictObject({ blocks: Blocks })
export type ProsePreviewed = Static<typeof ProsePreviewed>

/** Who may take which step, and what the trail calls it. */
const steps: Record<ReportStep, { permission: Permission; trail?: Change }> = {
  approval: { permission: 'report.approve' },
  publication: { permission: 'report.publish' },
  reopening: { permission: 'report.write', trail: 'report.reopen' },
}

/** Four prose sections of the greatest length, in signs of two bytes, and the lists. */
const reportBytes = 256 * 1024

/** The words of a closed review day's report, for those who lead the plan (F30, F34). */
export const reportRoutes: Routes = (api, dependencies) => {
  api.get(
    '/plans/:plan/reviews/:term/report',
    {
      config: { permission: 'report.write' },
      schema: { params: ReviewAddress, response: responses(200, ReportWhole) },
    },
    (request, reply) => {
      reply.header('cache-control', 'no-store')
      return dependencies.db.read((tx) =>
        reportWhole(tx, planOf(request), request.params.term, dependencies.now()),
      )
    },
  )

  api.put(
    '/plans/:plan/reviews/:term/report',
    {
      bodyLimit: reportBytes,
      config: { permission: 'report.write' },
      schema: { params: ReviewAddress, body: NewReport, response: responses(200, ReportWhole) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async ({ tx, plan, context }) => {
        const { term } = request.params
        await saveReport(tx, plan, term, request.body, context)
        return reportWhole(tx, plan, term, context.now)
      }),
  )

  for (const step of Object.keys(reportSteps) as ReportStep[]) {
    api.post(
      `/plans/:plan/reviews/:term/report/${step}`,
      {
        config: steps[step],
        schema: { params: ReviewAddress, body: ReportStepClaim, response: responses(200, ReportWhole) },
      },
      (request, reply) =>
        writeOnce(dependencies, request, reply, 200, async ({ tx, plan, context }) => {
          const { term } = request.params
          await takeReportStep(tx, plan, term, { step, basedOn: request.body.basedOn }, context)
          return reportWhole(tx, plan, term, context.now)
        }),
    )
  }

  // Reads, though it is sent as a body: what is being written is too long for an address, and nobody else's to keep.
  api.post(
    '/plans/:plan/prose-preview',
    {
      bodyLimit: reportBytes,
      config: { permission: 'report.write' },
      schema: {
        params: Address,
        body: ProsePreview,
        response: responses(200, ProsePreviewed),
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return { blocks: await prose(request.body.text) }
    },
  )
}
