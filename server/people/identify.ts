import type { Identify } from '../http/guard.ts'
import { findLink } from './links.store.ts'
import { findLinkViewer, findViewer, noteUse } from './sessions.store.ts'

/** Who somebody is, by the session or the link they come with: what the guard asks at every request. */
export const identify: Identify = {
  session: findViewer,
  link: findLinkViewer,
  opens: async (tx, token, now) => (await findLink(tx, token, now)) !== undefined,
  noteUse,
}
