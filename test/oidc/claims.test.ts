import { describe, expect, test } from 'vitest'
import { identityOf, isFrom, isPersonnummer } from '../../server/sign-in/oidc/claims.ts'
import type { IssuerEntry } from '../../server/sign-in/oidc/configuration.ts'
import { ownPath } from '#domain/addresses.ts'

const entry: IssuerEntry = {
  key: 'kommun',
  name: 'Norrtälje kommun',
  issuer: 'https://login.example.se/t/v2.0',
  clientId: 'avstamt',
  clientSecret: 'x',
  scope: 'openid',
  trustsEmail: false,
  adds: false,
}
const token = { iss: entry.issuer, sub: 's' }
const email = 'a@kommun.se'
const emailOf = (more: Partial<IssuerEntry>, said: object, userinfo = {}) =>
  identityOf({ ...entry, ...more }, { token: { ...token, ...said }, userinfo }).email

describe('whose word a token is', () => {
  test('issuer and tenant must be those of the file', () => {
    const from = (more: object, tenant?: string) =>
      isFrom(
        { ...entry, ...(tenant && { tenant }) },
        { token: { ...token, ...more }, userinfo: { tid: 't' } },
      )
    expect(from({})).toBe(true)
    expect(from({ tid: 't' }, 't')).toBe(true)
    expect(from({ iss: 'https://login.example.se/other/v2.0' })).toBe(false)
    expect(from({ iss: 'not an address' })).toBe(false)
    // What userinfo says is not signed.
    expect([from({}, 't'), from({ tid: 'T' }, 't'), from({ tid: ['t'] }, 't')]).toEqual([false, false, false])
  })

  test('a personnummer is no subject, a random one that holds such figures is', () => {
    for (const subject of ['198503121234', '19850312-1234', '8503121234', 'SE198503121234'])
      expect([subject, isPersonnummer(subject)]).toEqual([subject, true])
    for (const subject of ['0f850312-1234-4c5d-8e9f-0a1b2c3d4e5f', 'k', '104729'])
      expect([subject, isPersonnummer(subject)]).toEqual([subject, false])
  })
})

describe('an address says who somebody is', () => {
  test('only when it is verified, or the issuer vouches and it is not said to be unverified', () => {
    expect(emailOf({}, { email, email_verified: true })).toBe(email)
    expect(emailOf({}, { email: 'A@Kommun.SE', email_verified: true })).toBe(email)
    expect(emailOf({ trustsEmail: true }, { email })).toBe(email)
    for (const verified of [undefined, false, 'true', 1])
      expect(emailOf({}, { email, email_verified: verified })).toBeUndefined()
    expect(emailOf({ trustsEmail: true }, { email, email_verified: false })).toBeUndefined()
  })

  test('whether it is verified is said where the address is', () => {
    expect(emailOf({}, { email }, { email_verified: true })).toBeUndefined()
    expect(emailOf({}, { email }, { email: 'b@kommun.se', email_verified: true })).toBe('b@kommun.se')
  })

  test('only in the issuer’s own domains, where it names them', () => {
    const of = (address: string) =>
      emailOf({ emailDomains: ['kommun.se'] }, { email: address, email_verified: true })
    expect(of('a@KOMMUN.se')).toBe(email)
    for (const address of ['a@kson.se', 'a@x.kommun.se', 'a@ond.example@kommun.se', 'kommun.se', 'a@'])
      expect(of(address)).toBeUndefined()
  })
})

describe('where one goes afterwards', () => {
  test.each(['/', '/mitt', '/en/psykisk-halsa?sort=due', '/psykisk-halsa/punkter/7'])(
    '%s is ours',
    (path) => {
      expect(ownPath(path, '/otherwise')).toBe(path)
    },
  )

  test.each([
    undefined,
    '',
    'mitt',
    '//ond.example',
    '/\\ond.example',
    '/.//ond.example',
    '/x/..//ond.example',
    '/\t/ond.example',
    'https://ond.example/',
    'javascript:alert(1)',
    '/logga-in/abc',
    '/en/logga-ut',
    '/api/v1/plans',
    `/${'x'.repeat(400)}`,
  ])('%j is not', (path) => {
    expect(ownPath(path, '/otherwise')).toBe('/otherwise')
  })
})
