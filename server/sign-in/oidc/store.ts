import { and, eq, gt, lte } from 'drizzle-orm'
import type { Tx } from '../../database/database.ts'
import type { Tables } from '../../database/tables.ts'
import { tokenHash } from '../../people/tokens.ts'

const minute = 60_000
/** How long somebody may take at their issuer. */
export const signInMinutes = 10

type Person = Pick<Tables['people']['$inferSelect'], 'id' | 'deactivatedAt'>

/** A sign-in on its way: by which issuer (its key), what must come back, and where to go afterwards. */
interface UnderWay {
  issuer: string
  nonce: string
  verifier: string
  returnTo: string
}

/** Writes down a sign-in that begins; of its state only the hash. Those that nobody finished go. */
export async function beginSignIn(tx: Tx, state: string, begun: UnderWay, now: Date): Promise<void> {
  const { signIns } = tx.tables
  await tx.delete(signIns).where(lte(signIns.expiresAt, now.toISOString()))
  await tx.insert(signIns).values({
    ...begun,
    stateHash: tokenHash(state),
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + signInMinutes * minute).toISOString(),
  })
}

/** Takes the sign-in of this state, once; undefined when there is none, it took too long, or another issuer answers. */
export async function takeSignIn(
  tx: Tx,
  state: string,
  issuer: string,
  now: Date,
): Promise<UnderWay | undefined> {
  const { signIns } = tx.tables
  const [begun] = await tx
    .delete(signIns)
    .where(and(eq(signIns.stateHash, tokenHash(state)), gt(signIns.expiresAt, now.toISOString())))
    .returning()
  return begun?.issuer === issuer ? begun : undefined
}

/** Whom the issuer means by this subject, also when they have left. */
export async function personBehind(tx: Tx, issuer: string, subject: string): Promise<Person | undefined> {
  const { identities, people } = tx.tables
  const [row] = await tx
    .select({ id: people.id, deactivatedAt: people.deactivatedAt })
    .from(identities)
    .innerJoin(people, eq(people.id, identities.personId))
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)))
  return row
}

/** Whose address this is, also when they have left. Holds the person's row, so that two first sign-ins at once are one after the other. */
export async function personWithEmail(tx: Tx, email: string): Promise<Person | undefined> {
  const { people } = tx.tables
  const [row] = await tx
    .update(people)
    .set({ email })
    .where(eq(people.email, email))
    .returning({ id: people.id, deactivatedAt: people.deactivatedAt })
  return row
}

/** Whether somebody is known at an issuer already, any of them: then an address no longer says who they are. */
export async function isKnown(tx: Tx, personId: number): Promise<boolean> {
  const { identities } = tx.tables
  const rows = await tx
    .select({ id: identities.id })
    .from(identities)
    .where(eq(identities.personId, personId))
    .limit(1)
  return rows.length > 0
}

/** From now on this subject of this issuer is this person. */
export async function recordIdentity(
  tx: Tx,
  identity: { personId: number; issuer: string; subject: string },
  now: Date,
): Promise<void> {
  await tx.insert(tx.tables.identities).values({ ...identity, createdAt: now.toISOString() })
}

/** The issuer (its key) that this session was opened through; null for a link, and where there is no such session. */
export async function issuerOfSession(tx: Tx, session: string): Promise<string | null> {
  const { sessions } = tx.tables
  const [row] = await tx
    .select({ issuer: sessions.issuer })
    .from(sessions)
    .where(eq(sessions.tokenHash, tokenHash(session)))
  return row?.issuer ?? null
}
