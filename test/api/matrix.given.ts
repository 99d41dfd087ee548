import { createHash } from 'node:crypto'
import type { FastifyContextConfig, InjectOptions, LightMyRequestResponse } from 'fastify'
import type { Role } from '#domain/roles.ts'
import { buildApp } from '../../server/app.ts'
import type { Tx } from '../../server/database/database.ts'
import { issueLink } from '../../server/people/links.store.ts'
import type { WriteContext } from '../../server/http/write-context.ts'
import { addMembership, addPerson, peopleWithRole } from '../../server/people/store.ts'
import type { Viewer } from '../../server/http/viewer.ts'
import { createPlan } from '../../server/plans/store.ts'
import { findPlan } from '../../server/database/plan.ts'
import { startMeeting } from '../../server/reviews/meetings/store.ts'
import type { DocumentMaking } from '../../server/reports/making.ts'
import { findReview } from '../../server/plans/review-days.store.ts'
import { writeText } from '../../server/texts/store.ts'
import { world, type World } from '../support/world.ts'
import { update } from './given.ts'
import { endMeeting, meetingOf } from '../../server/reviews/open-meeting.store.ts'
import {
  addPoint,
  assignOwner,
  closeReview,
  logActivity,
  planReview,
  publishPlan,
  recordUpdate,
} from '../support/by-address.ts'

/** Everybody who can ask: nobody, each role of one plan, the house's administrator, and the links of a mail. */
export const actors = [
  'nobody',
  'reader',
  'ambassador',
  'reporter',
  'strategist',
  'administrator',
  'log link',
  'answer link',
] as const
export type Actor = (typeof actors)[number]

/** The plan they are in, one of others that is published, one of others that is not, and one that is not there. Equally long. */
export const slugs = {
  own: 'psykisk-halsa',
  foreign: 'annan-plan-12',
  hidden: 'dolda-plan-12',
  none: 'ingen-plan-12',
}
export type Whose = keyof typeof slugs

export interface Route {
  method: string
  url: string
  config: FastifyContextConfig
}

/** Every route of the app, those Fastify makes by itself too. */
export async function everyRoute({ parts }: World): Promise<Route[]> {
  const routes: Route[] = []
  const app = await buildApp(parts, (one) =>
    one.addHook('onRoute', ({ method, url, config }) => {
      for (const each of [method].flat()) routes.push({ method: each, url, config: config! })
    }),
  )
  await app.ready()
  await app.close()
  return routes
}

/** What stands in each plan, by the names that addresses have for it. */
export interface Things {
  planId: number
  /** A point that is the actor's own, and one that is somebody else's. */
  number: string
  otherNumber: string
  updateId: number
  otherUpdateId: number
  activityId: number
  otherActivityId: number
  textId: number
  fileId: number
  personId: number
  closedTerm: string
  openTerm: string
}

export interface Case extends World {
  actor: Actor
  viewer: Pick<Viewer, 'memberships' | 'administrator'>
  personId: number | undefined
  things: Record<Exclude<Whose, 'none'>, Things>
  /** `meeting` is the code of one that has ended: a stream that goes on would never be answered whole. */
  tokens: { signIn: string; log: string; meeting: string }
  ask: (
    method: string,
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<LightMyRequestResponse>
  /** Everything every table holds, in one word. */
  digest: () => Promise<string>
}

const strategistAct = (here: World, personId: number): WriteContext => ({
  by: { personId, function: 'Samordnare', organisationId: null },
  now: here.now,
  salt: here.parts.salt,
})

async function endedMeeting(tx: Tx, planId: number, term: string, context: WriteContext): Promise<string> {
  const review = await findReview(tx, planId, term)
  await startMeeting(tx, { planId, reviewId: review!.id }, context)
  await endMeeting(tx, review!.id, context)
  return (await meetingOf(tx, review!.id))!.code
}

/** A plan of others, with one of everything an address can name. */
async function plantOthers(tx: Tx, slug: string, published: boolean, context: WriteContext): Promise<void> {
  const plan = await createPlan(
    tx,
    {
      slug,
      title: 'Plan',
      municipality: 'Kommunen',
      period: { from: '2021-01-01', to: '2024-12-31' },
      adoption: { by: 'KF', on: '2020-12-14' },
    },
    context,
  )
  await addMembership(
    tx,
    { planId: plan.id, personId: context.by.personId, role: 'strategist', function: 'Samordnare' },
    context.now,
  )
  for (const number of ['1', '2'])
    await addPoint(tx, slug, { number, title: `Punkt ${number}`, lead: { organisation: 'soc' } }, context)
  const review = await planReview(tx, slug, { heldOn: '2023-11-14' }, context)
  await closeReview(tx, slug, review, { basedOn: null }, context)
  if (published) await publishPlan(tx, slug, context)
}

/** Sees to it that a plan has one of everything: some of it the actor's own, some of it others'. */
async function furnish(
  tx: Tx,
  slug: string,
  context: WriteContext,
  other: WriteContext,
  numbers: [string, string],
): Promise<Things> {
  const plan = (await findPlan(tx, slug))!
  const ids: number[] = []
  const activities: number[] = []
  for (const [index, number] of numbers.entries()) {
    const whose = index === 0 ? context : other
    await assignOwner(tx, slug, number, whose.by.personId, '2023-11-15', other)
    const { updates, points } = tx.tables
    const [point] = (await tx.select().from(points)).filter(
      (one) => one.planId === plan.id && one.number === number,
    )
    const earlier = (await tx.select().from(updates)).filter((one) => one.pointId === point!.id)
    const basedOn = earlier.length === 0 ? null : Math.max(...earlier.map(({ id }) => id))
    ids.push(await recordUpdate(tx, slug, number, update({ basedOn, status: 'in_progress' }), whose))
    const said = { point: number, what: 'Träff', happenedOn: '2023-11-16' }
    activities.push((await logActivity(tx, slug, said, whose)).id)
  }
  const nameId = (await writeText(tx, plan.id, 'bild.webp', context))!
  const [file] = await tx
    .insert(tx.tables.files)
    .values({
      planId: plan.id,
      nameId,
      descriptionId: await writeText(tx, plan.id, 'En bild', context),
      bytes: 3,
      type: 'image/webp',
      createdAt: context.now.toISOString(),
      createdBy: context.by.personId,
    })
    .returning()
  return {
    planId: plan.id,
    number: numbers[0],
    otherNumber: numbers[1],
    updateId: ids[0]!,
    otherUpdateId: ids[1]!,
    activityId: activities[0]!,
    otherActivityId: activities[1]!,
    textId: nameId,
    fileId: file!.id,
    personId: other.by.personId,
    closedTerm: '2023-ht',
    openTerm: await planReview(tx, slug, { heldOn: '2023-11-17' }, other),
  }
}

const roleOf: Partial<Record<Actor, Role>> = { 'log link': 'ambassador', 'answer link': 'reporter' }

/** Documents are all that they are made of, as pages are. */
const documents: DocumentMaking = {
  make: (format, content) => Promise.resolve(Buffer.from(JSON.stringify({ format, ...content }))),
  close: () => Promise.resolve(),
}

/** A world as one actor meets it. Pages are drawn as everything they are told, so that nothing of a hidden plan passes unseen. */
export async function caseOf(actor: Actor): Promise<Case> {
  const here = await world({
    render: (view, drawing) => JSON.stringify({ view, ...drawing }),
    parts: { documents },
  })
  const role = actor === 'nobody' ? undefined : (roleOf[actor] ?? (actor as Role))
  const member = role && !roleOf[actor] ? await here.as(role) : undefined
  const { things, bearer, tokens, personId, viewer } = await here.db.write(async (tx) => {
    const outsider = {
      name: 'Utomstående',
      email: 'ute@example.se',
      organisationId: null,
      administrator: false,
    }
    const others = strategistAct(here, await addPerson(tx, outsider, here.now))
    await plantOthers(tx, slugs.foreign, true, others)
    await plantOthers(tx, slugs.hidden, false, others)
    const [person] = role ? await peopleWithRole(tx, role) : []
    const everybody = await peopleWithRole(tx, 'ambassador')
    const fellow = strategistAct(here, everybody.find(({ id }) => id !== person?.id)!.id)
    const own = person ? strategistAct(here, person.id) : fellow
    const { memberships } = tx.tables
    const mine = (await tx.select().from(memberships)).filter((one) => one.personId === person?.id)
    const furnished = {
      own: await furnish(tx, slugs.own, own, fellow, ['15', '16']),
      foreign: await furnish(tx, slugs.foreign, own, others, ['1', '2']),
      hidden: await furnish(tx, slugs.hidden, own, others, ['1', '2']),
    }
    const { planId } = furnished.own
    const [anybody] = everybody
    const points = (await tx.select().from(tx.tables.points)).filter((one) => one.planId === planId)
    const pointId = points.find(({ number }) => number === '15')!.id
    const purposes = {
      'log link': { purpose: 'log' },
      'answer link': { purpose: 'answer', scope: String(pointId) },
    }
    const link = actor in purposes ? purposes[actor as keyof typeof purposes] : undefined
    return {
      things: furnished,
      bearer: link && (await issueLink(tx, { ...link, personId: person!.id, planId } as never, here.now)),
      tokens: {
        signIn: await issueLink(tx, { purpose: 'sign-in', personId: anybody!.id }, here.now),
        log: await issueLink(tx, { purpose: 'log', personId: anybody!.id, planId }, here.now),
        meeting: await endedMeeting(tx, planId, furnished.own.openTerm, fellow),
      },
      personId: person?.id,
      viewer: { memberships: mine, administrator: role === 'administrator' },
    }
  })
  const ask: Case['ask'] = async (method, url, body, headers = {}) => {
    const asked = {
      method: method as 'GET',
      url,
      headers: { ...headers, ...(bearer && { authorization: `Bearer ${bearer}` }) },
      payload: body as object | undefined,
    } satisfies InjectOptions
    return member ? member.get(url, asked) : here.app.inject(asked)
  }
  const digest = () =>
    here.db.read(async (tx) => {
      const hash = createHash('sha256')
      for (const [name, table] of Object.entries(tx.tables))
        hash.update(`${name} ${JSON.stringify(await tx.select().from(table))}`)
      return hash.digest('hex')
    })
  return Object.assign(here, { actor, viewer, personId, things, tokens, ask, digest })
}
