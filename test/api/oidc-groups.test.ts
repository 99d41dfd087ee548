import { describe, expect, test } from 'vitest'
import type { GroupRole } from '../../server/sign-in/oidc/configuration.ts'
import { openIssuer } from '../support/issuer.ts'
import { ours, personAt, rolesAt, traveller, worldWith } from '../support/through-issuer.ts'

const jonas = 'jonas.ekwall@example.se'
const gives: GroupRole[] = [
  { value: 'g-ambassador', plan: 'psykisk-halsa', role: 'ambassador', function: 'Ambassadör, KSON' },
  { value: 'g-reader', plan: 'psykisk-halsa', role: 'reader', function: 'Läsare' },
  { value: 'g-lead', plan: 'psykisk-halsa', role: 'strategist', function: 'Samordnare' },
  { value: 'g-ambassador', plan: 'finns-inte', role: 'reporter', function: 'Rapportör' },
]

/** KSON's issuer with groups, and a sign-in with these of them; `claim` where another than `groups` is read. */
async function kson(more: { adds?: true; email?: string; tells?: 'token' | 'userinfo' } = {}) {
  const { adds = false, email = jonas, tells } = more
  const issuer = await openIssuer('kson', { origin: ours, ...(tells && { tells }) })
  issuer.who = 'j'
  const all = await worldWith([
    issuer.entry({ adds, organisation: 'kson', groups: { claim: 'groups', gives } }),
  ])
  const signIn = async (claims: object) => {
    issuer.accounts.set('j', { email, email_verified: true, name: 'Jo Ny', ...claims })
    return (await traveller(all).signIn('kson')).statusCode
  }
  const roles = async () => rolesAt(all, (await personAt(all, email))!.id)
  return { all, signIn, roles }
}

describe('roles by group', () => {
  test.each(['token', 'userinfo'] as const)('a group gives and takes a role (told by %s)', async (tells) => {
    const { all, signIn, roles } = await kson({ tells })
    const revision = async () => (await all.db.revisions('psykisk-halsa'))[1]
    const before = await roles()
    expect(await signIn({ groups: ['g-ambassador', 'of-something-else'] })).toBe(303)
    expect(await roles()).toEqual([...before, 'ambassador kson'])
    const given = await revision()
    expect(await signIn({ groups: ['g-ambassador'] })).toBe(303)
    expect([await roles(), await revision()]).toEqual([[...before, 'ambassador kson'], given])
    await signIn({ groups: 'g-reader' })
    expect(await roles()).toEqual([...before, 'reader kson'])
    expect(await revision()).toBeGreaterThan(given)
    await signIn({})
    expect(await roles()).toEqual(before)
  })

  test('what was given here is neither taken nor given twice', async () => {
    const { signIn, roles } = await kson()
    const before = await roles()
    expect(before).toEqual(['strategist here'])
    await signIn({ groups: ['g-lead'] })
    expect(await roles()).toEqual(before)
    await signIn({ groups: [] })
    expect(await roles()).toEqual(before)
  })

  test('groups the issuer did not tell, because they were too many, take nothing', async () => {
    const { signIn, roles } = await kson()
    await signIn({ groups: ['g-reader'] })
    await signIn({ _claim_names: { groups: 'src1' } })
    expect(await roles()).toContain('reader kson')
  })

  test('what was given is ended, not removed, and both are in the trail', async () => {
    const { all, signIn } = await kson()
    await signIn({ groups: ['g-reader'] })
    await signIn({ groups: [] })
    const { memberships, trail } = await all.db.read(async (tx) => ({
      memberships: await tx.select().from(tx.tables.memberships),
      trail: await tx.select().from(tx.tables.trail),
    }))
    expect(memberships.at(-1)).toMatchObject({ role: 'reader', endedAt: all.now.toISOString() })
    const told = trail.filter((row) => row.deed === 'people.manage').map((row) => row.fields)
    expect(told).toEqual([
      { issuer: { after: 'kson' }, added: { after: false } },
      { role: { before: null, after: 'reader' }, issuer: { after: 'kson' } },
      { role: { before: 'reader', after: null }, issuer: { after: 'kson' } },
    ])
    expect(JSON.stringify(trail)).not.toContain(jonas)
  })
})

describe('somebody nobody has entered', () => {
  const email = 'jo.ny@example.se'

  test('is not added by a group, unless the file says so', async () => {
    const { all, signIn } = await kson({ email })
    const before = await all.rows()
    expect(await signIn({ groups: ['g-reader'] })).toBe(403)
    expect(await all.rows()).toEqual(before)
  })

  test('is not added where the file says so, but no group gives a role in a plan that is here', async () => {
    const { all, signIn } = await kson({ email, adds: true })
    const before = await all.rows()
    for (const claims of [{}, { groups: ['other'] }, { groups: ['g-reader'], email_verified: false }])
      expect(await signIn(claims)).toBe(403)
    expect(await all.rows()).toEqual(before)
  })

  test('is added where the file says so and a group gives a role', async () => {
    const { all, signIn, roles } = await kson({ email, adds: true })
    expect(await signIn({ groups: ['g-ambassador'] })).toBe(303)
    const person = await personAt(all, email)
    const organisations = await all.db.read((tx) => tx.select().from(tx.tables.organisations))
    expect(person).toMatchObject({
      name: 'Jo Ny',
      administrator: false,
      organisationId: organisations.find((one) => one.code === 'kson')?.id,
    })
    expect(await roles()).toEqual(['ambassador kson'])
  })

  test('is added without the personnummer an issuer sends as a name', async () => {
    const { all, signIn } = await kson({ email, adds: true })
    const sent = { groups: ['g-reader'], name: 'Jo Ny 850312-1234', personnummer: '19850312-1234' }
    expect(await signIn(sent)).toBe(303)
    expect((await personAt(all, email))?.name).toBe(email)
    const kept = await all.db.read(async (tx) => ({
      people: await tx.select().from(tx.tables.people),
      identities: await tx.select().from(tx.tables.identities),
      trail: await tx.select().from(tx.tables.trail),
    }))
    expect(JSON.stringify(kept)).not.toContain('850312')
  })
})
