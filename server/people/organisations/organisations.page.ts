import { Type, type Static } from 'typebox'
import { organisationReasons } from '#domain/organisation.ts'
import { inOrderOf } from '#words/format.ts'
import type { Page, PageContext } from '../../http/page.ts'
import { wholeOrganisations } from './store.ts'
import { Maybe } from '../../http/schema.ts'

const Organisation = Type.Object({
  code: Type.String(),
  name: Type.String(),
  kind: Type.String(),
  authority: Maybe(Type.String()),
  committee: Maybe(Type.String()),
  aliases: Type.Array(Type.String()),
})

/** `/mitt/organisationer`: whom the plans name, and what else people call them (F45). */
export const OrganisationsData = Type.Object({ organisations: Type.Array(Organisation) })
export type OrganisationsData = Static<typeof OrganisationsData>

export const organisationsPage: Page = {
  of: 'installation',
  path: '/mitt/organisationer',
  view: 'people/organisations/Organisations',
  schema: OrganisationsData,
  access: 'organisation.edit',
  catalogues: ['organisations', 'saving'],
  refusals: [...organisationReasons],
  script: 'page',
  load: loadOrganisations,
}

async function loadOrganisations({ tx, lang, say, words }: PageContext) {
  const inOrder = inOrderOf(lang)
  const all = (await wholeOrganisations(tx)).toSorted((a, b) => inOrder(a.name, b.name))
  return {
    title: say(words.organisations.title),
    description: say(words.organisations.lead),
    current: 'mine' as const,
    data: {
      organisations: all.map(({ authority, committee, ...one }) => ({
        ...one,
        authority: authority || null,
        committee: committee || null,
      })),
    } satisfies OrganisationsData,
  }
}
