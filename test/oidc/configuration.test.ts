import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readIssuers } from '../../server/sign-in/oidc/configuration.ts'

const folder = mkdtempSync(join(tmpdir(), 'avstamt-oidc-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = join(folder, 'oidc.json')
const read = (content: unknown) => {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return readIssuers(file)
}
/** The sentences a file is refused with, without its name before each. */
const faults = (content: unknown): string[] => {
  try {
    read(content)
    return []
  } catch (error) {
    return (error as Error).message
      .split('\n')
      .map((line) => line.replace(`OIDC_FILE (${file})`, '').replace(/^: /, ''))
  }
}

const entry = {
  key: 'kommun',
  name: 'Norrtälje kommun',
  issuer: 'https://login.example.se/tenant/v2.0',
  clientId: 'avstamt',
  clientSecret: 'hemligt-ord',
}
const one = (more: object) => ({ issuers: [{ ...entry, ...more }] })
const role = { value: 'g', plan: 'psykisk-halsa', role: 'reader', function: 'Läsare' }

describe('the file of issuers', () => {
  test('a file that is not there, is not JSON, or holds nothing says so', () => {
    expect(() => readIssuers(join(folder, 'saknas.json'))).toThrow(
      /saknas\.json\) can not be read: give the path/,
    )
    expect(faults('{ "issuers": [ ')).toEqual([expect.stringMatching(/^ is not JSON: look for a comma/)])
    for (const nothing of [{}, [], null, { issuers: [] }, { issuers: {} }, { issuers: ['x'] }])
      expect(faults(nothing)).toEqual([expect.stringMatching(/^it holds no issuers: write/)])
  })

  const wrong: [object, RegExp][] = [
    [{ key: undefined }, /^issuers\[0\]\.key is missing: write a short word/],
    [{ key: 'Kommunen!' }, /^issuers\[0\]\.key does not fit/],
    [{ name: ' ' }, /^issuers\[0\]\.name does not fit: write what stands on the button/],
    [
      { issuer: 'http://login.example.se' },
      /^issuers\[0\]\.issuer does not fit: write the issuer's own address with https/,
    ],
    [{ issuer: 'login.example.se' }, /^issuers\[0\]\.issuer does not fit/],
    [
      { issuer: 'https://login.microsoftonline.com/common/v2.0' },
      /one for all tenants \("common"\) is not allowed/,
    ],
    [{ issuer: 'https://login.microsoftonline.com/organizations/v2.0' }, /is not allowed/],
    [{ clientId: 7 }, /^issuers\[0\]\.clientId does not fit/],
    [
      { clientSecret: undefined },
      /^issuers\[0\]\.clientSecret or issuers\[0\]\.clientSecretFile, one of the two/,
    ],
    [{ clientSecretFile: 'x' }, /one of the two/],
    [{ scope: 'profile email' }, /^issuers\[0\]\.scope does not fit: write words/],
    [
      { trustsEmail: 'true' },
      /^issuers\[0\]\.trustsEmail does not fit: write true or false, without quotation marks/,
    ],
    [{ emailDomains: ['@kommun.se'] }, /^issuers\[0\]\.emailDomains does not fit/],
    [{ emailDomains: [] }, /^issuers\[0\]\.emailDomains does not fit/],
    [{ adds: true }, /^issuers\[0\]\.adds is true without groups/],
    [{ tenent: 'x' }, /^issuers\[0\]\.tenent is not known: choose among key, name, issuer/],
    [{ groups: { claim: 'groups', gives: [] } }, /^issuers\[0\]\.groups\.gives does not fit/],
    [
      { groups: { claim: 'groups', gives: [{ ...role, role: 'administrator' }] } },
      /gives\[0\]\.role does not fit: choose one of strategist, reporter, ambassador, reader/,
    ],
    [
      { groups: { claim: 'groups', gives: [{ ...role, plan: undefined }] } },
      /^issuers\[0\]\.groups\.gives\[0\]\.plan is missing/,
    ],
  ]
  test.each(wrong)('%j is one sentence: what, where, how to mend it', (more, sentence) => {
    expect(faults(one(more))).toEqual([expect.stringMatching(sentence)])
  })

  test('all faults are told at once, each where it is, and no secret is repeated', () => {
    const told = faults({
      issuers: [
        { ...entry, name: 1 },
        { ...entry, clientId: '' },
      ],
      extra: true,
    })
    expect(told.map((line) => line.split(' ')[0])).toEqual([
      'extra',
      'issuers[0].name',
      'issuers[1].clientId',
      'issuers[1].key',
      'issuers[1].issuer',
    ])
    expect(told.join('')).not.toContain('hemligt')
  })

  test('what may be left out has its usual value', () => {
    expect(read(one({ emailDomains: ['Kommun.SE'] }))).toEqual([
      {
        ...entry,
        scope: 'openid profile email',
        trustsEmail: false,
        adds: false,
        emailDomains: ['kommun.se'],
      },
    ])
    for (const issuer of ['http://localhost:9000', 'http://127.0.0.1:9000/realms/test', 'http://[::1]:9000'])
      expect(faults(one({ issuer }))).toEqual([])
  })

  test('the secret may lie in a file of its own, beside this one', () => {
    writeFileSync(join(folder, 'kommun.secret'), 'ur-filen\n')
    writeFileSync(join(folder, 'tom.secret'), '\n')
    const secretIn = (clientSecretFile: string) => one({ clientSecret: undefined, clientSecretFile })
    const [issuer] = read(secretIn('kommun.secret'))
    expect(issuer).toMatchObject({ clientSecret: 'ur-filen' })
    expect(issuer).not.toHaveProperty('clientSecretFile')
    expect(faults(secretIn('saknas.secret'))).toEqual([
      expect.stringMatching(/clientSecretFile can not be read/),
    ])
    expect(faults(secretIn('tom.secret'))).toEqual([expect.stringMatching(/clientSecretFile is empty/)])
  })

  test('the example in docs/ is such a file', () => {
    const example = readFileSync(join(import.meta.dirname, '../../docs/oidc.example.json'), 'utf8')
    writeFileSync(join(folder, 'kommun.secret'), 'a')
    writeFileSync(join(folder, 'kson.secret'), 'b')
    expect(read(example).map((issuer) => issuer.key)).toEqual(['kommun', 'kson'])
  })
})
