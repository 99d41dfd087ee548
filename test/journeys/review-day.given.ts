import type { Page } from 'playwright-core'
import { deliverMails } from '../../server/upkeep/deliver.ts'
import { smtpMail } from '../../server/mail/smtp.ts'
import type { MemberRow } from '../../server/people/schema.ts'
import type { ReviewWhole } from '../../server/reviews/schema.ts'
import { mailbox, type Mailbox } from '../support/mailbox.ts'
import { site, type Site } from '../support/site.ts'
import { usualNow, type Member } from '../support/world.ts'

/** A small plan with years left, those who answer for its points, and two ambassadors at one school. */
export const api = '/api/v1/plans/langre-plan'
export const days = '/langre-plan/avstamningar'

export const alva = 'alva.bergstrand@example.se'
export const bo = 'bo.lindahl@example.se'
export const cleo = 'cleo.harding@example.se'
export const disa = 'disa.norrby@example.se'
export const elin = 'elin.vretman@example.se'

const people = [
  ['Alva Bergstrand', alva, 'buk', 'Skolkurator', 'reporter'],
  ['Bo Lindahl', bo, 'soc', 'Enhetschef', 'reporter'],
  ['Cleo Harding', cleo, 'kson', 'Utvecklingssamordnare', 'reporter'],
  ['Disa Norrby', disa, 'kfk', 'Fritidsledare', 'reporter'],
  ['Elin Vretman', elin, 'buk', 'Lärare', 'ambassador'],
  ['Frans Modig', 'frans.modig@example.se', 'buk', 'Elevassistent', 'ambassador'],
] as const

const points = [
  ['1', 'Trygga vuxna i skolan', 'buk'],
  ['2', 'Samtalsstöd nära hemmet', 'soc'],
  ['3', 'Utbildning i suicidprevention', 'kson'],
  ['4', 'Öppna mötesplatser för unga', 'kfk'],
] as const

export interface Whole {
  all: Site
  post: Mailbox
  /** To whom each address belongs. */
  idOf: ReadonlyMap<string, number>
  /** Everything that is due is sent. */
  deliver: () => Promise<void>
  /** The clock stands there. */
  on: (at: string) => void
}

/** The plan with its first review day closed, so that there is something to compare with. */
export async function wholePlan(): Promise<Whole> {
  const post = await mailbox()
  const mail = smtpMail(post.url, 'Handlingsplanen <plan@kommun.example>')
  const all = await site(usualNow, { parts: { mail } })
  const strategist = await all.as('strategist')
  await must(strategist, 'post', '/api/v1/plans', {
    slug: 'langre-plan',
    title: 'Längre plan (exempel)',
    municipality: 'Norrtälje (exempel)',
    period: { from: '2023-01-01', to: '2026-12-31' },
    adoption: { by: 'kommunfullmäktige', on: '2022-12-12' },
  })
  await must(strategist, 'post', `${api}/points/list`, {
    points: points.map(([number, title, organisation]) => ({
      number,
      title,
      lead: { organisation, function: 'Enhetschef' },
      dueOn: '2024-12-31',
    })),
  })
  await must(strategist, 'post', `${api}/people`, {
    people: people.map(([name, email, organisation, work, role]) => ({
      name,
      email,
      organisation,
      function: work,
      role,
      workplace: role === 'ambassador' ? 'Rodengymnasiet' : undefined,
    })),
  })
  const { items } = (await strategist.get(`${api}/people`)).json() as { items: MemberRow[] }
  const idOf = new Map(items.map(({ email, id }) => [email!, id]))
  for (const [index, email] of [alva, bo, cleo, disa].entries())
    await must(strategist, 'put', `${api}/points/${index + 1}/owner`, { person: idOf.get(email) })
  await must(strategist, 'put', `${api}/publication`, {})
  await must(strategist, 'post', `${api}/reviews`, { heldOn: '2023-11-20' })
  const { latestUpdate } = (await strategist.get(`${api}/reviews/2023-ht`)).json() as ReviewWhole
  await must(strategist, 'put', `${api}/reviews/2023-ht/closure`, { basedOn: latestUpdate })
  return {
    all,
    post,
    idOf,
    deliver: async () => {
      for (let sent = 1; sent > 0;) sent = await deliverMails(all.parts, { now: all.now })
    },
    on: (at) => {
      all.now = new Date(at)
    },
  }
}

/** Asks the API, and throws when it says no. */
export async function must(
  member: Member,
  method: 'post' | 'put',
  url: string,
  body: unknown,
): Promise<unknown> {
  const answer = await member[method](url, body)
  if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
  return answer.json()
}

/** Presses a button of the page itself. */
export const press = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('button', { name }).click()
