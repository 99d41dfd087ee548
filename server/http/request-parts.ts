import type { FastifyRequest } from 'fastify'

// What a request says of itself, for what serves any route and has no schema to know it by.

const entriesOf = (part: unknown): [string, unknown][] =>
  typeof part === 'object' && part !== null ? Object.entries(part) : []

const isText = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === 'string'

/** What stands in an address at the places its route names (`:plan`, `:token`). */
export const paramsOf = ({ params }: FastifyRequest): Record<string, string> =>
  Object.fromEntries(entriesOf(params).filter(isText))

const lastText = (told: unknown): string => {
  const last: unknown = [told].flat().at(-1)
  return typeof last === 'string' ? last : ''
}

/** What an address asks for; of a name that stands there twice the last. */
export const queryOf = ({ query }: FastifyRequest): Record<string, string> =>
  Object.fromEntries(entriesOf(query).map(([name, told]) => [name, lastText(told)]))

/** The fields of a form that was sent; one that holds no text is absent, and a request without a body has none. */
export const formFieldsOf = ({ body }: FastifyRequest): Record<string, string> =>
  Object.fromEntries(entriesOf(body).filter(isText))
