import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { bases, ownPath } from '#domain/addresses.ts'
import { dayOf } from '#domain/calendar.ts'
import { usualLimits } from '#domain/file.ts'
import type { Lang } from '#words/format.ts'
import { cataloguesOf, words, type Words } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import { findPlan } from '../database/plan.ts'
import type { Dependencies } from '../dependencies.ts'
import type { PageAnswer } from './layout.ts'
import { pageActions } from './page-actions.ts'
import type { Page, PageContext, PlanPage } from './page.ts'
import { isApi, languageOf } from './problem-details.ts'
import { sendUncached, type PublicCache, type Rendered } from './public-cache.ts'
import { Refused } from './refusal.ts'
import { paramsOf, queryOf } from './request-parts.ts'
import { exists, rolesOf } from './viewer.ts'

const languages: readonly Lang[] = ['sv', 'en']

/** Answers every page's address in both languages: a document, or its data alone for a page that asks anew after a change. */
export function servePages(
  pages: readonly (Page | PlanPage)[],
  app: FastifyInstance,
  dependencies: Dependencies,
  publicCache: PublicCache,
): void {
  for (const page of pages) {
    const config: FastifyContextConfig = {
      open: page.access === 'open' ? true : undefined,
      permission: page.access === 'open' ? undefined : page.access,
      byToken: page.secret,
    }
    for (const lang of languages) {
      const url = `${bases[lang]}${page.path}`.replace(/(.)\/$/, '$1')
      app.get(url, { config, schema: { hide: true } }, (request, reply) => {
        const { plan } = paramsOf(request)
        const make = () => makePage(dependencies, page, lang, request, reply)
        return page.secret || page.passing
          ? sendUncached(reply, make)
          : publicCache(request, reply, plan, make)
      })
    }
  }
}

/** Draws a page, or its data; `sent` is a form without JavaScript that comes back to it. */
export async function makePage(
  dependencies: Dependencies,
  page: Page | PlanPage,
  lang: Lang,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: Pick<PageContext, 'typed'> = {},
): Promise<Rendered> {
  const { viewer } = request
  const now = dependencies.now()
  const params = paramsOf(request)
  const base = bases[lang]
  const loaded = await dependencies.db.read(async (tx) => {
    const plan = page.of === 'plan' ? (request.plan ?? (await findPlan(tx, params.plan ?? ''))) : undefined
    const context = {
      tx,
      params,
      query: queryOf(request),
      lang,
      base,
      say: speaker(lang, plan?.labels),
      words: words[lang],
      now,
      today: dayOf(now),
      origin: dependencies.publicUrl ?? dependencies.origins()[0] ?? '',
      viewer,
      files: dependencies.files ?? usualLimits,
      mail: dependencies.mail !== undefined,
      example: dependencies.example,
      rooms: dependencies.rooms,
      issuers: [...(dependencies.issuers?.values() ?? [])].map(({ entry: { key, name } }) => ({ key, name })),
      ...sent,
    }
    if (page.of === 'installation') {
      const answer = await page.load(context)
      return answer && { answer, actions: [] }
    }
    if (!exists(plan, viewer)) return undefined
    const inPlan = { ...context, plan, roles: rolesOf(viewer, plan) }
    const answer = await page.load(inPlan)
    return answer && { answer, actions: await pageActions(inPlan, page.path) }
  })
  if (!loaded) throw new Refused('not-found')
  const { answer, actions } = loaded
  if (answer.status) reply.code(answer.status)
  if (answer.reading) await dependencies.recordReading(dependencies, viewer, answer.reading)
  // Nothing slips out that the page's schema does not name: what is drawn and what is sent have both passed its serializer.
  const json = reply.serializeInput(answer.data as Record<string, unknown>, schemaOf(page))
  if (request.headers.accept?.startsWith('application/json')) return { type: 'application/json', body: json }
  const path = request.url.replace(/\?.*$/, '').slice(base.length) || '/'
  const signedInOnly = page.access !== 'open' || page.secret === true || page.passing === true
  const layout = dependencies.layoutOf(answer, {
    parts: dependencies,
    lang,
    path,
    viewer,
    actions,
    signedInOnly,
  })
  const drawing = {
    layout,
    data: JSON.parse(json) as unknown,
    words: wordsOf(page, lang, sent),
    // Around the view it is told that the session ends.
    carried: [...page.catalogues, 'refusals' as const, ...(layout.session ? (['common'] as const) : [])],
    script: answer.script ?? page.script,
    working: page.access !== 'open' || page.passing === true || viewer !== undefined,
  }
  return { type: 'text/html; charset=utf-8', body: await dependencies.render(page.view, drawing) }
}

/** The page's own catalogues, and of the refusals those its script may give and those a plain form came back with. */
function wordsOf(page: Page | PlanPage, lang: Lang, { typed }: Pick<PageContext, 'typed'>): Words {
  const faults = typed?.faults ?? []
  const codes = new Set([...(page.refusals ?? []), ...faults.flatMap(({ code }) => code ?? [])])
  const spoken = words[lang]
  return {
    ...cataloguesOf(lang, [...new Set(['common', 'status', ...page.catalogues] as const)]),
    refusals: Object.fromEntries([...codes].map((code) => [code, spoken.refusals[code]])),
  } as Words
}

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
  dependencies: Dependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
): Promise<FastifyReply> {
  const lang = isApi(request) ? 'sv' : languageOf(request)
  const kind = kinds[status] ?? (status < 500 ? 'malformed' : 'failed')
  const title = speaker(lang)(words[lang].common.problems[kind].title)
  const back = kind === 'signIn' && request.method === 'GET' ? ownPath(request.url, '') : ''
  const answer: PageAnswer<unknown> = {
    data: { kind, back: back || null },
    title,
    description: title,
  }
  const { viewer } = request
  const layout = dependencies.layoutOf(answer, {
    parts: dependencies,
    lang,
    path: '/',
    viewer,
    signedInOnly: true,
  })
  const drawing = {
    layout,
    data: answer.data,
    words: cataloguesOf(lang, ['common', 'status', 'people']) as Words,
    carried: [],
    script: 'none' as const,
    working: viewer !== undefined,
  }
  const body = await dependencies.render('http/Problem', drawing)
  return reply.code(status).type('text/html; charset=utf-8').send(body)
}
