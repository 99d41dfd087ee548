import type { ReportStep } from '#domain/report.ts'
import type { ProsePreviewed } from '../../server/reports/routes.ts'
import type { NewReport, ReportStepClaim, ReportWhole } from '../../server/reports/schema.ts'
import * as api from '#domain/api-addresses.ts'
import { send, type RequestOptions } from '../client.ts'

export const saveReport = (slug: string, term: string, claim: NewReport, options: RequestOptions) =>
  send<ReportWhole>('PUT', api.report(slug, term), claim, options)

/** Approves, publishes or reopens the version that was looked at. */
export const takeReportStep = (
  slug: string,
  term: string,
  step: ReportStep,
  claim: ReportStepClaim,
  options: RequestOptions,
) => send<ReportWhole>('POST', api.reportStep(slug, term, step), claim, options)

/** What somebody is writing in Markdown, as it will look; saves nothing. */
export const previewProse = (slug: string, text: string, options: RequestOptions) =>
  send<ProsePreviewed>('POST', api.prosePreview(slug), { text }, options)
