import { describe, expect, test } from 'vitest'
import { world } from '../support/world.ts'
import { codesOf, plan } from './given.ts'

const url = '/api/v1/organisations'

const claim = (said: object = {}) => ({
  code: 'tekniska',
  name: 'Tekniska kontoret',
  kind: 'office',
  authority: 'Norrtälje kommun',
  aliases: ['TK', 'Gata och park'],
  ...said,
})

describe('organisations (F45)', () => {
  test('are for those who lead a plan', async () => {
    const { as, anybody, rows } = await world()
    expect((await anybody.get(url)).statusCode).toBe(401)
    for (const role of ['reporter', 'ambassador', 'reader'] as const) {
      const member = await as(role)
      const before = await rows()
      expect([role, (await member.get(url)).statusCode]).toEqual([role, 403])
      expect((await member.post(url, claim())).statusCode).toBe(403)
      const { code: _code, ...facts } = claim()
      expect((await member.put(`${url}/soc`, facts)).statusCode).toBe(403)
      expect(await rows()).toEqual(before)
    }
  })

  test.each<[string, object, string]>([
    ['no short name', { code: '' }, 'organisation-code-missing code'],
    ['a short name with å', { code: 'gåta' }, 'organisation-code-malformed code'],
    ['a short name of 41 characters', { code: 'a'.repeat(41) }, 'organisation-code-malformed code'],
    ['another’s short name', { code: 'soc' }, 'organisation-code-taken code'],
    ['no name', { name: ' ' }, 'organisation-name-missing name'],
    ['another’s name, whatever its case', { name: 'SOCIALKONTORET' }, 'organisation-name-taken name'],
    ['a name of 201 characters', { name: 'å'.repeat(201) }, 'line-too-long name'],
    ['a kind nobody knows', { kind: 'klubb' }, 'organisation-kind-unknown kind'],
    ['an authority of 121 characters', { authority: 'å'.repeat(121) }, 'line-too-long authority'],
    ['an alias that is another’s name', { aliases: ['Socialkontoret'] }, 'alias-taken aliases'],
    ['an alias that is another’s short name', { aliases: ['KSON'] }, 'alias-taken aliases'],
    ['an alias of 201 characters', { aliases: ['å'.repeat(201)] }, 'line-too-long aliases'],
  ])('with %s one is not added, and nothing is written', async (_what, said, refusal) => {
    const { as, rows } = await world()
    const strategist = await as('strategist')
    const before = await rows()
    const answer = await strategist.post(url, claim(said))
    expect([answer.statusCode, ...codesOf(answer)]).toEqual([422, refusal])
    expect(await rows()).toEqual(before)
  })

  test('what nobody asked for is malformed, and a code that is not there is not found', async () => {
    const { as, rows } = await world()
    const strategist = await as('strategist')
    const before = await rows()
    const { code: _code, ...facts } = claim()
    expect((await strategist.post(url, claim({ head: 'x' }))).statusCode).toBe(400)
    expect((await strategist.put(`${url}/soc`, claim())).statusCode).toBe(400)
    expect((await strategist.put(`${url}/ingen`, facts)).statusCode).toBe(404)
    expect(await rows()).toEqual(before)
  })

  test('an alias is kept in small letters, once, and belongs to one of them only', async () => {
    const { as } = await world()
    const strategist = await as('strategist')
    const added = await strategist.post(
      url,
      claim({ aliases: ['TK', 'tk', ' Gata och Park ', 'Tekniska kontoret', ''] }),
    )
    expect([added.statusCode, added.json()]).toEqual([
      201,
      { ...claim(), committee: null, aliases: ['tk', 'gata och park'] },
    ])
    for (const said of [{ aliases: ['Tk'] }, { name: 'Gata och park' }, { code: 'tk' }]) {
      const other = await strategist.post(
        url,
        claim({ code: 'park', name: 'Parkenheten', aliases: [], ...said }),
      )
      expect(other.statusCode).toBe(422)
    }
    const { code: _code, ...facts } = claim({ aliases: ['parken'] })
    expect((await strategist.put(`${url}/tekniska`, facts)).json()).toMatchObject({ aliases: ['parken'] })
    const free = await strategist.post(
      url,
      claim({ code: 'tk', name: 'Teknikklubben', kind: 'association', aliases: [] }),
    )
    expect(free.statusCode).toBe(201)
  })

  test('another name shows on every page at once, and in no closed report', async () => {
    const { as, anybody } = await world()
    const strategist = await as('strategist')
    const old = 'Socialkontoret'
    const report = (await anybody.get(`${plan}/reviews/2023-ht`)).body
    expect(report).toContain(old)
    expect((await anybody.get(`${plan}/points`)).body).toContain(old)
    const changed = {
      name: 'Socialförvaltningen',
      kind: 'office',
      authority: 'Norrtälje kommun',
      committee: 'Socialnämnden',
      aliases: [old],
    }
    expect((await strategist.put(`${url}/soc`, changed)).json()).toEqual({
      ...changed,
      code: 'soc',
      aliases: ['socialkontoret'],
    })
    const points = (await anybody.get(`${plan}/points`)).body
    expect(points).toContain('Socialförvaltningen')
    expect(points).not.toContain(old)
    expect((await anybody.get(`${plan}/reviews/2023-ht`)).body).toBe(report)
  })
})
