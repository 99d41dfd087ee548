import type { FastifyInstance } from 'fastify'

const composed = (value: unknown): unknown => {
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map(composed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, composed(inner)]))
}

/** Text comes in composed, so that Å typed on a Mac is found by Å typed on a phone. */
export function nfc(app: FastifyInstance): void {
  app.addHook('preValidation', (request, _reply, done) => {
    request.body = composed(request.body)
    request.params = composed(request.params)
    done()
  })
}
