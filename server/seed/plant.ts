import { createHash } from 'node:crypto'
import { vocabularies, type Tag } from '#domain/tags.ts'
import { saveStatement } from '../accessibility/store.ts'
import { logActivity, showActivity } from '../activities/store.ts'
import type { Tx } from '../database/database.ts'
import { recordHearing } from '../reviews/afterwards/hearings.store.ts'
import { addOrganisation } from '../people/organisations/store.ts'
import type { WriteContext } from '../http/write-context.ts'
import { addMembership, addPerson, deactivatePerson } from '../people/store.ts'
import { createPlan, publishPlan } from '../plans/store.ts'
import { addPoint } from '../points/add.store.ts'
import { assignOwner } from '../points/store.ts'
import { correctUpdate, recordNothingNew, recordUpdate } from '../points/updates.store.ts'
import { closeReview } from '../reviews/close.store.ts'
import { planReview } from '../reviews/store.ts'
import { setTags } from '../points/tags/store.ts'
import { recordChange } from '../trail/store.ts'
import { writing } from './report.ts'
import type {
  Example,
  ExampleActivity,
  ExamplePoint,
  ExampleReview,
  ExampleUpdate,
  Happening,
} from './example.ts'

const tagsOf = (tags: ExamplePoint['tags']): Tag[] =>
  vocabularies.flatMap((vocabulary) => (tags[vocabulary] ?? []).map((code) => ({ vocabulary, code })))

/**
 * Plants the example plan through the stores the API uses, as it happened, event by event: the rules hold for it as for anybody. The same
 * data give the same rows and hashes every time, salts included.
 */
export async function plantExample(tx: Tx, example: Example): Promise<void> {
  const { plan } = example
  const adopted = `${plan.adoption.on}T12:00:00.000Z`
  const salt = countedSalt(plan.slug)
  const organisations = new Map<string, number>()
  for (const organisation of example.organisations) {
    organisations.set(organisation.code, (await addOrganisation(tx, organisation)).id)
  }

  const cast = new Map<string, Omit<WriteContext, 'now'>>()
  const start = new Date(adopted)
  for (const person of example.people) {
    const organisationId = organisations.get(person.organisation) ?? null
    const administrator = person.role === 'administrator'
    const personId = await addPerson(
      tx,
      { name: person.name, email: person.email, organisationId, administrator },
      start,
    )
    cast.set(person.key, { by: { personId, function: person.function, organisationId }, salt })
  }
  const actBy = (key: string, at: string): WriteContext => ({ ...castMember(cast, key), now: new Date(at) })
  const founding = actBy('strategist', adopted)
  // When there was a national strategy to tie them to: long after the plan, and after its time.
  const tying = actBy('strategist', '2025-02-03T09:00:00.000Z')

  const here = await createPlan(tx, plan, founding)
  const { id: planId } = here
  for (const person of example.people) {
    if (person.role === 'administrator') continue
    const { by } = castMember(cast, person.key)
    const membership = { planId, personId: by.personId, role: person.role, function: person.function }
    await addMembership(tx, { ...membership, workplace: person.workplace ?? null }, start)
  }
  for (const { owner, firstDueOn, tags, ...point } of example.points) {
    await addPoint(tx, here, { ...point, dueOn: firstDueOn }, founding)
    await setTags(tx, here, point.number, tagsOf(tags), tying)
    const holder = owner && castMember(cast, owner).by.personId
    if (holder) await assignOwner(tx, here, point.number, holder, plan.adoption.on, founding)
  }
  const published = await publishPlan(tx, here, founding)
  const planted = { personId: null, planId, object: 'plan', objectId: plan.slug }
  await recordChange(tx, { ...planted, deed: 'example.plant' }, start)

  const updateIds = new Map<string, number>()
  const latest = new Map<string, number>()
  const activityIds = new Map<string, number>()

  async function update({
    key,
    by,
    recordedAt,
    corrects,
    point,
    answer,
    holdsFrom,
    ...claim
  }: ExampleUpdate) {
    const context = actBy(by, recordedAt)
    const basedOn = latest.get(point) ?? null
    const id = corrects
      ? (await correctUpdate(tx, published, updateIds.get(corrects)!, { ...claim, basedOn }, context)).id
      : answer
        ? await recordNothingNew(
            tx,
            published,
            point,
            { holdsFrom, basedOn, onBehalfOf: claim.onBehalfOf },
            context,
          )
        : await recordUpdate(tx, published, point, { ...claim, holdsFrom, basedOn }, context)
    updateIds.set(key, id)
    latest.set(point, id)
  }

  async function activity({ key, by, recordedAt, corrects, shown, ...claim }: ExampleActivity) {
    const mistaken = corrects ? activityIds.get(corrects)! : null
    const { id } = await logActivity(tx, published, claim, actBy(by, recordedAt), mistaken)
    activityIds.set(key, id)
    if (shown) await showActivity(tx, published, id, true, actBy('strategist', recordedAt))
  }

  async function close({ term, closedBy, closedAt, decisions }: ExampleReview) {
    const basedOn = Math.max(...updateIds.values())
    await closeReview(tx, published, term, { basedOn, decisions }, actBy(closedBy, closedAt))
  }

  const happenings: Happening[] = [
    ...example.updates.map((one) => ({ at: one.recordedAt, happen: () => update(one) })),
    ...example.activities.map((one) => ({ at: one.recordedAt, happen: () => activity(one) })),
    ...example.reviews.map((one) => ({
      at: `${one.heldOn.slice(0, 4)}-01-15T08:00:00.000Z`,
      happen: async () => {
        const { heldOn, term } = one
        await planReview(
          tx,
          published,
          { heldOn, term },
          actBy('strategist', `${heldOn.slice(0, 4)}-01-15T08:00:00.000Z`),
        )
      },
    })),
    ...example.reviews.map((one) => ({ at: one.closedAt, happen: () => close(one) })),
    ...example.reviews.flatMap(({ term, hearings }) =>
      hearings.map(({ recordedAt, ...claim }) => ({
        at: recordedAt,
        happen: () => recordHearing(tx, published, term, claim, actBy('strategist', recordedAt)),
      })),
    ),
    ...example.reviews.flatMap(({ term, report }) =>
      report ? writing(tx, published, term, report, (at) => actBy(report.by, at)) : [],
    ),
    ...example.people.flatMap((person) =>
      person.active
        ? []
        : [
            {
              at: `${person.leftOn ?? plan.period.to}T15:00:00.000Z`,
              happen: () =>
                deactivatePerson(
                  tx,
                  castMember(cast, person.key).by.personId,
                  new Date(`${person.leftOn ?? plan.period.to}T15:00:00.000Z`),
                ),
            },
          ],
    ),
  ]
  const { by, recordedAt, statement } = example.accessibility
  happenings.push({
    at: recordedAt,
    happen: async () => {
      await saveStatement(tx, { statement, published: true, basedOn: null }, actBy(by, recordedAt))
    },
  })
  for (const { happen } of happenings.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) await happen()
}

function castMember(cast: Map<string, Omit<WriteContext, 'now'>>, key: string): Omit<WriteContext, 'now'> {
  const member = cast.get(key)
  if (!member) throw new Error(`nobody in the cast is called ${key}`)
  return member
}

/** Salts in a fixed order, so that the example's hashes are the same in every installation. */
function countedSalt(seed: string): () => string {
  let count = 0
  return () =>
    createHash('sha256')
      .update(`${seed} ${(count += 1)}`)
      .digest('hex')
      .slice(0, 32)
}
