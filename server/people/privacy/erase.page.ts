import { Type, type Static } from 'typebox'
import * as api from '#domain/api-addresses.ts'
import type { Page, PageContext } from '../../http/page.ts'
import { findPerson, textsNaming } from './erase.store.ts'
import { Maybe } from '../../http/schema.ts'

/** `/mitt/personer/{id}/ta-bort`: what goes and what stays, asked for once more before it is done. */
export const ErasureData = Type.Object({
  id: Type.Integer(),
  /** Null for somebody who has been erased already. */
  name: Maybe(Type.String()),
  email: Maybe(Type.String()),
  /** In how many free texts the name stands; those are masked one by one. */
  texts: Type.Integer(),
  extract: Type.String(),
})
export type ErasureData = Static<typeof ErasureData>

export const erasurePage: Page = {
  of: 'installation',
  path: '/mitt/personer/:id/ta-bort',
  view: 'people/privacy/Erase',
  schema: ErasureData,
  access: 'people.erase',
  catalogues: ['erasure', 'saving'],
  refusals: ['erasure-unconfirmed'],
  script: 'page',
  load: loadErasure,
}

async function loadErasure({ tx, params, say, words }: PageContext) {
  const { id: asked = '' } = params
  const person = /^[1-9]\d{0,8}$/.test(asked) ? await findPerson(tx, Number(asked)) : undefined
  if (!person) return undefined
  const { id, name, email } = person
  const about = { object: 'person', objectId: String(id) }
  return {
    title: say(words.erasure.title),
    description: say(words.erasure.title),
    current: 'mine' as const,
    reading: name !== null ? { list: 'person' as const, planId: null, count: 1, ...about } : undefined,
    data: {
      id,
      name,
      email,
      texts: name === null ? 0 : await textsNaming(tx, name),
      extract: api.extract(id),
    } satisfies ErasureData,
  }
}
