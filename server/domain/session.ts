const second = 1000
const day = 86_400 * second

/** So long does any sign-in last at the most. */
export const sessionDays = 30
/** Those who decide are signed out after so long without use; those who log and read are not. */
export const idleSecondsOfDeciders = 12 * 3600
/** So long before the end are people told, so that they can stay (T06). */
export const warningSeconds = 5 * 60
/** That a session was used is written down at most this often, in seconds. */
const noticedSeconds = 5 * 60

/** When it was opened and last used, and the last end written down for it: instants. */
export interface SessionTimes {
  createdAt: string
  lastUsedAt: string | null
  expiresAt: string
}

/** When a session used now, and not again, ends: an instant. */
export function sessionEnd(
  { createdAt }: Pick<SessionTimes, 'createdAt'>,
  decides: boolean,
  usedAt: Date,
): string {
  const last = Date.parse(createdAt) + sessionDays * day
  return new Date(
    decides ? Math.min(last, usedAt.getTime() + idleSecondsOfDeciders * second) : last,
  ).toISOString()
}

/**
 * When a session ends as it stands: an instant. Whoever has become one of those who decide since it was opened is held to their time from
 * when it was last used.
 */
export function endOf(session: SessionTimes, decides: boolean): string {
  const used = new Date(session.lastUsedAt ?? session.createdAt)
  const end = sessionEnd(session, decides, used)
  return end < session.expiresAt ? end : session.expiresAt
}

/** Whether it is time to write down once more that a session is in use. */
export const isWorthNoting = (session: SessionTimes, now: Date): boolean =>
  now.getTime() - Date.parse(session.lastUsedAt ?? session.createdAt) >= noticedSeconds * second
