import type { FastifyInstance } from 'fastify'
import { Refused } from './errors.ts'

const composed = (value: unknown): unknown => {
  if (typeof value === 'string') {
    // No engine keeps it alike, and nobody can type it.
    if (value.includes('\0')) throw new Refused(400, 'malformed')
    return value.normalize('NFC')
  }
  if (Array.isArray(value)) return value.map(composed)
  // A piece of a file is no text.
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, composed(inner)]))
}

/** Text comes in composed, so that Å typed on a Mac is found by Å typed on a phone. */
export function nfc(app: FastifyInstance): void {
  app.addHook('preValidation', (request, _reply, done) => {
    try {
      request.body = composed(request.body)
      request.params = composed(request.params)
      done()
    } catch (error) {
      done(error as Error)
    }
  })
}
