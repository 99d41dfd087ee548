// Every address of a page, said once. Read as `addresses.point(plan, number)`: `import * as addresses from '#domain/addresses.ts'`.
// `base` is what the addresses of a language begin with, after an origin in mails; `plan` is the plan's own address, as `plan(base, slug)` gives it.

/** What the addresses of each language begin with. */
export const bases = { sv: '', en: '/en' } as const
export type Base = (typeof bases)[keyof typeof bases]

/** One piece of an address, escaped: here and nowhere else. */
const part = (piece: string | number): string => encodeURIComponent(piece)

/** An address with what is asked of it (`?till=…&fel=…`); what is not there is not asked. */
export function asking(
  address: string,
  query: Readonly<Record<string, string | number | null | undefined>>,
): string {
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [`${name}=${part(value)}`],
  )
  return asked.length === 0 ? address : `${address}?${asked.join('&')}`
}

const longest = 300
/** Pages that one does not come back to: signing in and out themselves. */
const passages = /^(\/en)?\/(logga-in|logga-ut|api)(\/|$)/

/**
 * Where to go after signing in: a path of our own as it was asked for, or `otherwise`. Nothing leads to another site, however it is written
 * ("//x", "/\x", "/.//x", "https:x").
 */
export function ownPath(asked: string | undefined, otherwise: string): string {
  if (asked === undefined || asked.length > longest || !asked.startsWith('/')) return otherwise
  const here = 'http://here.invalid'
  if (!URL.canParse(asked, here)) return otherwise
  const { origin, pathname, search } = new URL(asked, here)
  const own = origin === here && !pathname.startsWith('//') && !passages.test(pathname)
  return own ? `${pathname}${search}` : otherwise
}

// Of the installation

export const front = (base: string): string => base || '/'
export const accessibility = (base: string): string => `${base}/tillganglighet`
export const feedback = (base: string): string => `${base}/tyck-till`
export const signIn = (base: string): string => `${base}/logga-in`
/** Where one lands who has asked for a link. */
export const linkSent = (base: string): string => `${signIn(base)}/skickad`
/** Where the link of a mail leads that signs in or invites. */
export const signInByLink = (base: string, token: string): string => `${signIn(base)}/${part(token)}`
/** Where signing in through an issuer begins; where the issuer sends people back to. */
export const signInThrough = (base: string, issuer: string): string => `${signIn(base)}/oidc/${part(issuer)}`
export const issuerAnswer = (base: string, issuer: string): string => `${signInThrough(base, issuer)}/svar`
export const signOut = (base: string): string => `${base}/logga-ut`
/** A meeting as those in the room follow it, by its code; what happens there, as events. */
export const followMeeting = (base: string, code: string): string => `${base}/m/${part(code)}`
export const meetingEvents = (follow: string): string => `${follow}/handelser`

export const mine = (base: string): string => `${base}/mitt`
export const account = (base: string): string => `${mine(base)}/konto`
export const ownExtract = (base: string): string => `${mine(base)}/utdrag`
export const newPlan = (base: string): string => `${mine(base)}/planer/ny`
export const organisations = (base: string): string => `${mine(base)}/organisationer`
export const feedbackToAnswer = (base: string): string => `${mine(base)}/synpunkter`
export const statement = (base: string): string => `${mine(base)}/tillganglighet`
export const accessibilityCheck = (base: string): string => `${statement(base)}/kontroll`
export const trailEverywhere = (base: string): string => `${mine(base)}/handelser`
export const erasure = (base: string, personId: number): string =>
  `${mine(base)}/personer/${part(personId)}/ta-bort`

// Of a plan

export const plan = (base: string, slug: string): string => `${base}/${part(slug)}`
export const about = (plan: string): string => `${plan}/om`
export const easyLanguage = (plan: string): string => `${plan}/lattlast`
export const sharing = (plan: string): string => `${plan}/folj`
export const checkPrint = (plan: string): string => `${plan}/kontrollera`
export const settings = (plan: string): string => `${plan}/installningar`
export const indicators = (plan: string): string => `${plan}/indikatorer`
export const files = (plan: string): string => `${plan}/filer`
export const trail = (plan: string): string => `${plan}/handelser`
export const mailWords = (plan: string): string => `${plan}/mejl`

export const people = (plan: string): string => `${plan}/personer`
export const newPerson = (plan: string): string => `${people(plan)}/nya`
export const person = (plan: string, id: number): string => `${people(plan)}/${part(id)}`

export const newPoints = (plan: string): string => `${plan}/punkter/nya`
export const point = (plan: string, number: string): string => `${plan}/punkter/${part(number)}`
export const update = (plan: string, number: string): string => `${point(plan, number)}/uppdatera`
export const wording = (plan: string, number: string): string => `${point(plan, number)}/ordalydelse`
export const tags = (plan: string, number: string): string => `${point(plan, number)}/kopplingar`
export const owner = (plan: string, number: string): string => `${point(plan, number)}/agare`

export const log = (plan: string): string => `${plan}/logga`
export const examples = (plan: string): string => `${plan}/aktiviteter`
export const correctActivity = (plan: string, id: number): string => `${examples(plan)}/${part(id)}/ratta`
export const coverage = (plan: string): string => `${plan}/tackning`

export const reviews = (plan: string): string => `${plan}/avstamningar`
export const newReview = (plan: string): string => `${reviews(plan)}/ny`
/** The report of a review day, or what is known of a day to come. */
export const review = (plan: string, term: string): string => `${reviews(plan)}/${part(term)}`
export const changeReview = (plan: string, term: string): string => `${review(plan, term)}/andra`
export const readiness = (plan: string, term: string): string => `${review(plan, term)}/forberedelse`
export const agenda = (plan: string, term: string): string => `${review(plan, term)}/dagordning`
export const meeting = (plan: string, term: string): string => `${review(plan, term)}/mote`
export const closing = (plan: string, term: string): string => `${review(plan, term)}/stang`
export const reportEditor = (plan: string, term: string): string => `${review(plan, term)}/rapport`
export const afterwards = (plan: string, term: string): string => `${review(plan, term)}/efterat`
export const minutes = (plan: string, term: string): string => `${review(plan, term)}/minnesanteckning`
export const comparison = (plan: string): string => `${plan}/jamfor`

/** Where the links of mails lead that open one thing for one person. */
export const logByLink = (plan: string, token: string): string => `${log(plan)}/${part(token)}`
export const answerByLink = (plan: string, token: string): string => `${plan}/svara/${part(token)}`
export const followUp = (plan: string, token: string): string => `${plan}/lever/${part(token)}`
