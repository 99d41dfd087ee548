import { Type, type Static } from 'typebox'
import { ownPath } from '#domain/addresses.ts'
import { permissions, type Role } from '#domain/roles.ts'
import type { PageAnswer } from '../http/layout.ts'
import type { Page, PageContext } from '../http/page.ts'
import { findLink } from '../people/links.store.ts'
import { functionOf } from '../people/store.ts'
import { listEveryPlan } from '../database/plan.ts'
import { Maybe } from '../http/schema.ts'

/** The roles a link can be asked for where the program runs. */
const LinkRoles = Type.Array(Type.Unsafe<Role>({ type: 'string' }))
const linkRoles = [...permissions['mine.read']]

/** What every page says that leads to a link: whether mail leaves from here, the roles that an example's console gives links for. */
const Asking = { mail: Type.Boolean(), roles: LinkRoles, back: Maybe(Type.String()) }
const asking = ({ mail, example, query }: PageContext) => {
  const back = ownPath(query.till, '')
  return { mail, roles: example ? linkRoles : [], back: back || null }
}

/** `/logga-in`: asks for a link. `?till=` is where to go once signed in. */
export const SignInData = Type.Object({
  /** Whoever has signed in already is told as what. */
  function: Maybe(Type.String()),
  ...Asking,
  /** What was typed is no e-mail address. */
  mistyped: Type.Boolean(),
  issuers: Type.Array(Type.Object({ key: Type.String(), name: Type.String() })),
})
export type SignInData = Static<typeof SignInData>

export const signInPage: Page = {
  of: 'installation',
  path: '/logga-in',
  view: 'sign-in/SignIn',
  schema: SignInData,
  access: 'open',
  catalogues: ['people', 'oidc'],
  script: 'none',
  load: loadSignIn,
}

async function loadSignIn(context: PageContext): Promise<PageAnswer<SignInData>> {
  const { viewer, issuers, lang, query, say, words } = context
  const mistyped = query.fel === 'epost'
  const spoken = words.people.signIn
  return {
    title: say(mistyped ? spoken.mistypedTitle : spoken.title),
    description: say(spoken.description),
    data: {
      function: viewer ? functionOf(viewer, undefined, lang) : null,
      ...asking(context),
      mistyped,
      issuers: [...issuers],
    },
  }
}

/** `/logga-in/skickad`: the one answer to everybody who asks for a link, whether somebody has that address or not. */
export const SentData = Type.Object(Asking)
export type SentData = Static<typeof SentData>

export const sentPage: Page = {
  of: 'installation',
  path: '/logga-in/skickad',
  view: 'sign-in/Sent',
  schema: SentData,
  access: 'open',
  catalogues: ['people'],
  script: 'none',
  load: async (context) => ({
    title: context.say(context.words.people.signIn.sentTitle),
    description: context.say(context.words.people.signIn.description),
    data: asking(context),
  }),
}

/** `/logga-in/{token}`: shows the button that uses the link. Looking uses nothing, for mail scanners look too. */
export const LinkData = Type.Object({
  ...Asking,
  /** What pressing does; null when the link no longer opens anything. */
  opens: Maybe(Type.Unsafe<'sign-in' | 'invitation'>({ type: 'string' })),
  /** To what an invitation invites. */
  plan: Maybe(Type.Object({ title: Type.String(), municipality: Type.String(), lang: Type.String() })),
})
export type LinkData = Static<typeof LinkData>

export const linkPage: Page = {
  of: 'installation',
  path: '/logga-in/:token',
  view: 'sign-in/Link',
  schema: LinkData,
  access: 'open',
  secret: true,
  catalogues: ['people'],
  script: 'none',
  load: loadLink,
}

async function loadLink(context: PageContext): Promise<PageAnswer<LinkData>> {
  const { tx, params, now, say, words } = context
  const link = await findLink(tx, params.token ?? '', now)
  const opens = link?.purpose === 'sign-in' || link?.purpose === 'invitation' ? link.purpose : undefined
  const plan = (await listEveryPlan(tx)).find((one) => opens && one.id === link?.planId)
  const spoken = words.people.signIn
  return {
    title: say(opens ? spoken.confirmTitle : spoken.goneTitle),
    description: say(spoken.description),
    data: {
      ...asking(context),
      opens: opens ?? null,
      plan: plan ? { title: plan.title, municipality: plan.municipality, lang: plan.language } : null,
    },
  }
}

/** `/logga-ut`: where signing out leads when activities wait on the phone and would be lost. */
export const signOutPage: Page = {
  of: 'installation',
  path: '/logga-ut',
  view: 'sign-in/SignOut',
  schema: Type.Object({}),
  access: 'mine.read',
  catalogues: ['people'],
  script: 'none',
  load: async ({ say, words }) => ({
    title: say(words.people.signOut.title),
    description: say(words.people.signOut.title),
    data: {},
  }),
}
