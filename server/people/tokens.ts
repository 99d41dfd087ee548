import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits as text for an address or a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** All that is kept of a token: SHA-256, lower-case hex. A stolen backup opens nothing. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')
