import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { dayOf } from '#domain/calendar.ts'
import { usualLimits } from '#domain/file.ts'
import type { Lang } from '#words/format.ts'
import { roomsOf, words, type Words } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import { signOutPage } from './accounts/page.ts'
import { examplesPage } from './activities/examples-page.ts'
import { correctionPage, logByLinkPage, logPage } from './activities/page.ts'
import { checkPage } from './about/check-page.ts'
import { aboutPage, accessibilityPage } from './about/page.ts'
import { statementPage } from './about/statement-page.ts'
import { afterwardsPage } from './afterwards/page.ts'
import { minutesPage } from './minutes/page.ts'
import { comparisonPage } from './comparison/page.ts'
import { coveragePage } from './coverage/page.ts'
import { erasurePage } from './erasure/page.ts'
import { Refused } from './errors.ts'
import { answerSecretly, type Answer, type Made } from './finished.ts'
import type { PageAnswer } from './frame.ts'
import { feedbackMinePage } from './feedback/mine-page.ts'
import { feedbackPage } from './feedback/page.ts'
import { frameOf } from './framing.ts'
import { filesPage } from './files/page.ts'
import { exists, rolesOf } from './guard.ts'
import { accountPage } from './me/page.ts'
import { agendaPage } from './meetings/agenda-page.ts'
import { followPage } from './meetings/follow-page.ts'
import { meetingPage } from './meetings/meeting-page.ts'
import { joiningPage, memberPage, peoplePage } from './members/page.ts'
import { ownerPage } from './owners/page.ts'
import type { Page, PageContext, PlanPage } from './page.ts'
import type { Parts } from './parts.ts'
import { ownPath } from './oidc/own-path.ts'
import { answerPage } from './preparation/answer-page.ts'
import { boardPage } from './preparation/board-page.ts'
import { mailsPage } from './preparation/mails/page.ts'
import { linkPage, minePage, sentPage, signInPage } from './people/page.ts'
import { organisationsPage } from './organisations/page.ts'
import { easyPage } from './plans/easy-page.ts'
import { indicatorsPage } from './indicators/page.ts'
import { printedPage } from './printed/page.ts'
import { dashboardPage, plansPage } from './plans/page.ts'
import { registerPage } from './plans/register-page.ts'
import { settingsPage } from './plans/settings-page.ts'
import { findPlan } from './plans/store.ts'
import { addingPage } from './points/adding-page.ts'
import { pointPage } from './points/page.ts'
import { wordingPage } from './points/wording-page.ts'
import { isApi, languageOf } from './problems.ts'
import { sharingPage } from './sharing/page.ts'
import { stillPage } from './still/page.ts'
import { tagsPage } from './tags/page.ts'
import { updatePage } from './points/update-page.ts'
import { reportEditorPage } from './reports/editor-page.ts'
import { changingPage } from './reviews/changing-page.ts'
import { closingPage } from './reviews/closing-page.ts'
import { reportPage, reviewsPage } from './reviews/page.ts'
import { planningPage } from './reviews/planning-page.ts'
import { everywherePage, trailPage } from './trail/page.ts'
import { recordReading } from './trail/reading.ts'
import { waysIn } from './ways-in.ts'

/** Everything one can look at: the table of contents. Each has its Swedish address here and the same behind /en. */
export const pages: readonly (Page | PlanPage)[] = [
  plansPage,
  accessibilityPage,
  feedbackPage,
  signInPage,
  sentPage,
  linkPage,
  minePage,
  accountPage,
  registerPage,
  organisationsPage,
  feedbackMinePage,
  statementPage,
  checkPage,
  dashboardPage,
  settingsPage,
  indicatorsPage,
  aboutPage,
  printedPage,
  easyPage,
  sharingPage,
  addingPage,
  pointPage,
  filesPage,
  wordingPage,
  tagsPage,
  reviewsPage,
  reportPage,
  comparisonPage,
  coveragePage,
  afterwardsPage,
  minutesPage,
  reportEditorPage,
  examplesPage,
  logPage,
  logByLinkPage,
  stillPage,
  answerPage,
  boardPage,
  mailsPage,
  signOutPage,
  correctionPage,
  updatePage,
  ownerPage,
  peoplePage,
  joiningPage,
  memberPage,
  planningPage,
  changingPage,
  agendaPage,
  meetingPage,
  followPage,
  closingPage,
  trailPage,
  everywherePage,
  erasurePage,
]

const bases: Record<Lang, string> = { sv: '', en: '/en' }
const languages: readonly Lang[] = ['sv', 'en']

/** Answers every page's address in both languages: a document, or its data alone for a page that asks anew after a change. */
export function servePages(app: FastifyInstance, parts: Parts, answer: Answer): void {
  for (const page of pages) {
    const config: FastifyContextConfig = {
      ...(page.access === 'open' ? { open: true } : { deed: page.access }),
      ...(page.secret && { byToken: true }),
    }
    for (const lang of languages) {
      const url = `${bases[lang]}${page.path}`.replace(/(.)\/$/, '$1')
      app.get(url, { config, schema: { hide: true } }, (request, reply) => {
        const { plan } = request.params as { plan?: string }
        const make = () => makePage(parts, page, lang, request, reply)
        return page.secret || page.passing ? answerSecretly(reply, make) : answer(request, reply, plan, make)
      })
    }
  }
}

/** Draws a page, or its data; `sent` is a form without JavaScript that comes back to it. */
export async function makePage(
  parts: Parts,
  page: Page | PlanPage,
  lang: Lang,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: Pick<PageContext, 'posted' | 'typed'> = {},
): Promise<Made> {
  const { viewer } = request
  const now = parts.now()
  const params = request.params as Record<string, string>
  const base = bases[lang]
  const loaded = await parts.db.read(async (tx) => {
    const plan = page.of === 'plan' ? await findPlan(tx, params.plan ?? '') : undefined
    const context = {
      tx,
      params,
      query: askedOnce(request.query as Record<string, string | string[]>),
      lang,
      base,
      say: speaker(lang, plan?.labels),
      words: words[lang],
      now,
      today: dayOf(now),
      origin: parts.publicUrl ?? parts.origins()[0] ?? '',
      viewer,
      files: parts.files ?? usualLimits,
      mail: parts.mail !== undefined,
      example: parts.example,
      issuers: [...(parts.issuers?.values() ?? [])].map(({ entry: { key, name } }) => ({ key, name })),
      ...sent,
    }
    if (page.of === 'installation') {
      const answer = await page.load(context)
      return answer && { answer, actions: [] }
    }
    if (!exists(plan, viewer)) return undefined
    const inPlan = { ...context, plan, roles: rolesOf(viewer, plan) }
    const answer = await page.load(inPlan)
    return answer && { answer, actions: await waysIn(inPlan, page.path) }
  })
  if (!loaded) throw new Refused(404, 'not-found')
  const { answer, actions } = loaded
  if (answer.status) reply.code(answer.status)
  if (answer.reading) await recordReading(parts, viewer, answer.reading)
  // Nothing slips out that the page's schema does not name: what is drawn and what is sent have both passed its serializer.
  const json = reply.serializeInput(answer.data as Record<string, unknown>, schemaOf(page))
  if (request.headers.accept?.startsWith('application/json')) return { type: 'application/json', body: json }
  const path = request.url.replace(/\?.*$/, '').slice(base.length) || '/'
  const signedInOnly = page.access !== 'open' || page.secret === true || page.passing === true
  const frame = frameOf(answer, { parts, lang, path, viewer, actions, signedInOnly })
  const drawing = {
    frame,
    data: JSON.parse(json) as unknown,
    words: roomsOf(lang, [...new Set(['common', 'status', ...page.rooms] as const)]) as Words,
    script: answer.script ?? page.script,
  }
  return { type: 'text/html; charset=utf-8', body: await parts.render(page.view, drawing) }
}

/** What an address asks for; of a name that stands there twice the last. */
const askedOnce = (query: Record<string, string | string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(query).map(([name, told]) => [name, [told].flat().at(-1) ?? '']))

/** Fastify keeps a serializer for each schema object it has met. */
const schemaOf = (page: Page | PlanPage) => page.schema as unknown as Record<string, unknown>

const kinds: Record<number, 'missing' | 'forbidden' | 'signIn' | 'tooMany'> = {
  401: 'signIn',
  403: 'forbidden',
  404: 'missing',
  429: 'tooMany',
}

/** The page a person sees where something went wrong, with the status it has. */
export async function drawProblem(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
): Promise<FastifyReply> {
  const lang = isApi(request) ? 'sv' : languageOf(request)
  const kind = kinds[status] ?? (status < 500 ? 'malformed' : 'failed')
  const title = speaker(lang)(words[lang].common.problems[kind].title)
  const back = kind === 'signIn' && request.method === 'GET' ? ownPath(request.url, '') : ''
  const answer: PageAnswer<unknown> = {
    data: { kind, ...(back && { back }) },
    title,
    description: title,
  }
  const { viewer } = request
  const frame = frameOf(answer, { parts, lang, path: '/', viewer, signedInOnly: true })
  const drawing = {
    frame,
    data: answer.data,
    words: roomsOf(lang, ['common', 'status', 'people']) as Words,
    script: 'none' as const,
  }
  const body = await parts.render('errors/Problem', drawing)
  return reply.code(status).type('text/html; charset=utf-8').send(body)
}
