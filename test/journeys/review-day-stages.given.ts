import { askFollowUps } from '../../server/points/follow-up/store.ts'
import type { MeetingWhole } from '../../server/reviews/meetings/schema.ts'
import type { ReviewWhole } from '../../server/reviews/schema.ts'
import { latestOf, plan } from '../api/given.ts'
import { owning } from '../api/preparation.given.ts'
import { linksIn, mailbox, type Mailbox } from '../support/mailbox.ts'
import { deliverMails } from '../../server/upkeep/deliver.ts'
import { smtpMail } from '../../server/mail/smtp.ts'
import { site, type Site } from '../support/site.ts'
import { type Member, usualNow } from '../support/world.ts'
import { must } from './review-day.given.ts'

/** The review day of the example in each part of its life, with something in every place of its pages. */
export const day = '/psykisk-halsa/avstamningar/2023-ht-2'
const review = `${plan}/reviews/2023-ht-2`

export interface Stage {
  all: Site
  post: Mailbox
  strategist: Member
  /** The page of a link to answer for point 16. */
  answer: string
}

const facts = {
  heldOn: '2023-12-14',
  startsAt: '13:00',
  endsAt: '16:00',
  place: 'Stadshuset, sal Roslagen',
  videoUrl: 'https://moten.example.se/avstamning',
  guest: 'En forskare om ungas psykiska hälsa',
  agenda: 'Efter pausen: gruppsamtal om vad som är svårast just nu.',
}

/** Three weeks before: everybody asked, one who needs help, one with nothing new, the others silent. */
export async function preparing(): Promise<Stage> {
  const post = await mailbox()
  const mail = smtpMail(post.url, 'Handlingsplanen <plan@kommun.example>')
  const { all, strategist, reporter, linkTo } = await owning(await site(usualNow, { parts: { mail } }), [
    '7',
    '15',
    '16',
    '22',
    // Embedded half a year ago.
    '9',
  ])
  const whole = all as Site
  await must(strategist, 'post', `${plan}/reviews`, facts)
  await must(strategist, 'put', `${review}/request`, {})
  await must(strategist, 'put', `${review}/participants`, {
    participants: [
      { function: 'Enhetschef', organisation: 'soc', attended: true },
      { function: 'Ordförande i socialnämnden', organisation: null, attended: null },
    ],
  })
  await must(reporter, 'post', `${plan}/points/15/help`, {
    text: 'Vem tar kontakt med skolorna? Vi har sökt två rektorer sedan i augusti.',
  })
  await must(reporter, 'post', `${plan}/points/22/nothing-new`, {
    basedOn: await latestOf(reporter, '22'),
  })
  const ambassador = await whole.as('ambassador')
  const activity = await must(ambassador, 'post', `${plan}/activities`, {
    point: '7',
    what: 'Öppet hus för hyresvärdar, med kaffe och en boende som berättade.',
    happenedOn: '2023-11-17',
    occasions: 1,
    participants: 34,
  })
  const { id } = (activity as { activity: { id: number } }).activity
  await must(strategist, 'put', `${plan}/activities/${id}/visibility`, { shown: true })
  return { all: whole, post, strategist, answer: `/psykisk-halsa/svara/${await linkTo('16')}` }
}

/** The afternoon itself: the meeting opened, with a decision and something said about point 7. */
export async function underWay(): Promise<
  Stage & { code: string; show: (showing: string) => Promise<void> }
> {
  const context = await preparing()
  context.all.now = new Date('2023-12-14T12:30:00Z')
  const strategist = await context.all.as('strategist')
  const opened = await must(strategist, 'put', `${review}/meeting`, { open: true })
  const { code } = opened as MeetingWhole
  await must(strategist, 'post', `${review}/decisions`, {
    text: 'Kommundirektören kontaktar hyresvärdarna.',
    responsible: { organisation: 'soc', function: 'Enhetschef' },
    dueOn: '2024-03-31',
    points: ['7'],
  })
  await must(strategist, 'post', `${review}/comments`, { text: 'Två till har flyttat in.', point: '7' })
  const show = async (showing: string) => {
    const { version } = (await strategist.get(`${review}/meeting`)).json() as MeetingWhole
    await must(strategist, 'put', `${review}/meeting/showing`, { showing, version })
  }
  return { ...context, strategist, code: code!, show }
}

/** The week after: closed, with minutes, an answer to a decision and a correction beside the report. */
export async function closed(): Promise<Stage & { code: string; still: string }> {
  const stage = await underWay()
  const { all, post, strategist } = stage
  const { latestUpdate } = (await strategist.get(review)).json() as ReviewWhole
  await must(strategist, 'put', `${review}/closure`, { basedOn: latestUpdate })
  all.now = new Date('2023-12-18T09:00:00Z')
  const lead = await all.as('strategist')
  const { items } = (await lead.get(`${plan}/decisions`)).json() as { items: { id: number; term: string }[] }
  const { id } = items.find(({ term }) => term === '2023-ht-2')!
  await must(lead, 'post', `${plan}/decisions/${id}/answers`, { done: false, text: 'Ringt, inget svar än.' })
  await must(lead, 'post', `${review}/remarks`, { text: 'Den ena flyttade in i oktober.', point: '7' })
  await must(lead, 'post', `${review}/minutes`, { text: 'Mötet började kl. 13.00.', basedOn: null })
  await askFollowUps(all.parts, { now: all.now })
  for (let week = 0; week < 12; week += 1)
    await deliverMails(all.parts, { now: new Date(all.now.getTime() + week * 7 * 86_400_000) })
  const asked = post.mails.find(({ mail }) => mail.subject?.startsWith('Lever det än?'))
  const still = asked ? new URL(linksIn(asked)[0]!).pathname : ''
  return { ...stage, strategist: lead, still }
}
