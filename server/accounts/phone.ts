import { parseCookie, stringifySetCookie } from 'cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Laid by the log form of a phone on which activities wait; told to the address that signs out, and to no other (A16). */
const waitingCookie = 'avstamt-waiting'

/** Whether activities wait on this phone for the network, and would go with the session. */
export const waitsOnPhone = ({ headers }: FastifyRequest): boolean =>
  parseCookie(headers.cookie ?? '')[waitingCookie] !== undefined

/** Takes everything off the phone: the form, its worker, the queue and the cookie that told of it. */
export function clearPhone(reply: FastifyReply, secure: boolean): void {
  reply.header('clear-site-data', '"storage"')
  for (const path of ['/logga-ut', '/en/logga-ut']) {
    const gone = { name: waitingCookie, value: '', maxAge: 0, path, sameSite: 'lax' as const, secure }
    reply.header('set-cookie', stringifySetCookie(gone))
  }
}
