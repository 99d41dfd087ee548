import { Type, type Static } from 'typebox'
import { deeds, type Role } from '#domain/roles.ts'
import type { Page, PageContext } from '../page.ts'
import { functionOf } from './function.ts'
import { loadMine } from './mine.ts'
import { Plan } from './shapes.ts'
import { findLink } from '../links/store.ts'

/** The roles a link can be asked for where the program runs. */
const LinkRoles = Type.Array(Type.Unsafe<Role>({ type: 'string' }))
const linkRoles = [...deeds['mine.read']]

/** `/logga-in`: how one gets a link here. */
export const SignInData = Type.Object({
  /** Whoever has signed in already is told as what. */
  function: Type.Optional(Type.String()),
  roles: LinkRoles,
})
export type SignInData = Static<typeof SignInData>

export const signInPage: Page = {
  of: 'installation',
  path: '/logga-in',
  view: 'people/SignIn',
  schema: SignInData,
  access: 'open',
  rooms: ['people'],
  script: 'none',
  load: async ({ viewer, lang, say, words }) => ({
    title: say(words.people.signIn.title),
    description: say(words.people.signIn.description),
    data: {
      ...(viewer && { function: functionOf(viewer, undefined, lang) }),
      roles: linkRoles,
    },
  }),
}

/** `/logga-in/{token}`: shows the button that uses the link. Looking uses nothing, for mail scanners look too. */
export const LinkData = Type.Object({ stands: Type.Boolean(), roles: LinkRoles })
export type LinkData = Static<typeof LinkData>

export const linkPage: Page = {
  of: 'installation',
  path: '/logga-in/:token',
  view: 'people/Link',
  schema: LinkData,
  access: 'open',
  secret: true,
  rooms: ['people'],
  script: 'none',
  load: loadLink,
}

async function loadLink({ tx, params, now, say, words }: PageContext) {
  const stands = (await findLink(tx, params.token ?? '', now)) !== undefined
  const spoken = words.people.signIn
  return {
    title: say(stands ? spoken.confirmTitle : spoken.goneTitle),
    description: say(spoken.description),
    data: { stands, roles: linkRoles },
  }
}

/** `/mitt`: what needs me, plan by plan. */
export const MineData = Type.Object({
  /** The sentence that answers the page. */
  headline: Type.String(),
  lead: Type.Optional(Type.String()),
  plans: Type.Array(Plan),
})
export type MineData = Static<typeof MineData>

export const minePage: Page = {
  of: 'installation',
  path: '/mitt',
  view: 'people/Mine',
  schema: MineData,
  access: 'mine.read',
  rooms: ['mine', 'saving'],
  script: 'page',
  load: loadMine,
}
