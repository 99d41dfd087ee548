import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { CannotStart } from '../settings.ts'
import { faultsOf } from './faults.ts'
import type { IssuerEntry } from './entry.ts'

/** An entry as it is written: the secret itself or the name of a file with it, and what may be left out. */
type Written = Omit<IssuerEntry, 'clientSecret' | 'scope' | 'trustsEmail' | 'adds'> &
  Partial<Pick<IssuerEntry, 'clientSecret' | 'scope' | 'trustsEmail' | 'adds'>> & {
    clientSecretFile?: string
  }

/**
 * The issuers that the file named by `OIDC_FILE` allows, in its order. Throws CannotStart with a sentence for each fault: where it is and how
 * to mend it; what the file holds is never repeated, for it holds secrets.
 */
export function readIssuers(file: string): IssuerEntry[] {
  const told = `OIDC_FILE (${file})`
  const document = parsed(file, told)
  const faults = faultsOf(document)
  if (faults.length > 0) throw new CannotStart(faults.map((fault) => `${told}: ${fault}`).join('\n'))
  const { issuers } = document as { issuers: Written[] }
  return issuers.map(({ clientSecretFile, ...written }, index) => ({
    scope: 'openid profile email',
    trustsEmail: false,
    adds: false,
    ...written,
    ...(written.emailDomains && { emailDomains: written.emailDomains.map((domain) => domain.toLowerCase()) }),
    clientSecret:
      written.clientSecret ??
      secretIn(resolve(dirname(file), clientSecretFile!), `${told}: issuers[${index}].clientSecretFile`),
  }))
}

function parsed(file: string, told: string): unknown {
  let text
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new CannotStart(`${told} can not be read: give the path of a file this program may read.`)
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new CannotStart(`${told} is not JSON: look for a comma or a quotation mark too many or too few.`)
  }
}

function secretIn(file: string, told: string): string {
  let secret
  try {
    secret = readFileSync(file, 'utf8').trim()
  } catch {
    throw new CannotStart(
      `${told} can not be read: give the path of a file with the secret and nothing else.`,
    )
  }
  if (secret) return secret
  throw new CannotStart(`${told} is empty: write the secret in it and nothing else.`)
}
