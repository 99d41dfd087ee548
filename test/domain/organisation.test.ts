import { describe, expect, test } from 'vitest'
import { aliasesOf, refuseOrganisation, type OrganisationClaim } from '#domain/organisation.ts'
import { told } from './given.ts'

const others = [{ code: 'soc', name: 'Socialkontoret', aliases: ['ifo'] }]
const claim: OrganisationClaim = { code: 'tk', name: 'Tekniska kontoret', kind: 'office' }
const refused = (said: Partial<OrganisationClaim>) => told(refuseOrganisation({ ...claim, ...said }, others))

describe('an organisation', () => {
  test('is found by one code, one name and one alias only', () => {
    expect(refused({})).toEqual([])
    expect(refused({ code: 'soc' })).toEqual(['organisation-code-taken code'])
    expect(refused({ code: 'ifo' })).toEqual(['organisation-code-taken code'])
    expect(refused({ name: ' socialkontoret' })).toEqual(['organisation-name-taken name'])
    expect(refused({ name: 'IFO' })).toEqual(['organisation-name-taken name'])
    for (const alias of ['SOC', 'Socialkontoret ', 'ifo']) {
      expect(refused({ aliases: ['park', alias] })).toEqual(['alias-taken aliases'])
    }
  })

  test('says everything that is wrong at once', () => {
    expect(refused({ code: 'Å', name: '', kind: 'klubb' })).toEqual([
      'organisation-name-missing name',
      'organisation-code-malformed code',
      'organisation-kind-unknown kind',
    ])
  })

  test('keeps its other names in small letters, once, and none that it has anyway', () => {
    const aliases = ['Gata', 'gata ', '', ' ', 'TK', 'tekniska kontoret', 'Park']
    expect(aliasesOf({ ...claim, aliases })).toEqual(['gata', 'park'])
  })
})
