import { createHash } from 'node:crypto'
import type { Dependencies } from '../dependencies.ts'
import { failureOf } from '../mail/smtp.ts'
import { composeMail } from './compose.ts'
import type { Letter } from '../mail/mail-context.ts'
import {
  claimMail,
  dueMails,
  forgetMails,
  markFailed,
  markSent,
  type OutboxMail,
} from '../mail/outbox.store.ts'

const minute = 60_000
/** Longer than a mail server is waited for: whoever claims a notice is done with it, or gone, by then. */
const claimedFor = 5 * minute
/** How long is waited after each attempt that failed; after the last it is given up. Whoever asked to sign in asks again sooner. */
const waits = [1, 5, 15, 60, 180, 720, 1440].map((minutes) => minutes * minute)
const waitsToSignIn = [1, 2, 5].map((minutes) => minutes * minute)
const every = 2000
const keptFor = 90 * 1440 * minute

export interface Delivering {
  now: Date
  /** Where links go when there is no mail server: the console. */
  print?: (line: string) => void
  /** Why a mail was not taken, in codes: never an address. */
  log?: (line: { notice: number; kind: string; failure: string; attempt: number; givenUp: boolean }) => void
}

/**
 * Sends what is due in the outbox and gives how many mails were taken. A notice is claimed and its mail made in one transaction, given to the
 * mail server outside it, and marked as sent in another. Two nodes never send the same; a crash leaves the notice to be sent when its claim has
 * run out. One window can not be closed: when the mail server has taken a mail and the process dies before that is written, it goes out again,
 * under the same Message-ID.
 */
export async function deliverMails(dependencies: Dependencies, delivering: Delivering): Promise<number> {
  const { now } = delivering
  let sent = 0
  for (const id of await dependencies.db.read((tx) => dueMails(tx, now))) {
    const claimed = await dependencies.db.write(async (tx) => {
      const notice = await claimMail(tx, id, now, new Date(now.getTime() + claimedFor))
      return (
        notice && {
          notice,
          letter: await composeMail(
            tx,
            dependencies.rooms,
            notice,
            originOf(dependencies),
            now,
            dependencies.mail?.from,
          ),
        }
      )
    })
    if (claimed && (await deliver(dependencies, claimed.notice, claimed.letter, delivering))) sent += 1
  }
  return sent
}

/** Absolute addresses come only from PUBLIC_URL; without it from the machine's own name, as on the console. */
const originOf = ({ publicUrl, origins }: Dependencies): string => publicUrl ?? origins()[0] ?? ''

async function deliver(
  dependencies: Dependencies,
  notice: OutboxMail,
  letter: Letter | undefined,
  { now, print, log }: Delivering,
): Promise<boolean> {
  if (!letter) {
    await dependencies.db.write((tx) => markFailed(tx, notice, 'nobody', undefined, now))
    return false
  }
  try {
    if (dependencies.mail) {
      const { link: _printed, sent: _after, unnamed: _hidden, ...mail } = letter
      await dependencies.mail.send({ ...mail, messageId: messageIdOf(dependencies, notice) })
    } else print?.(`${letter.subject}${letter.unnamed ? '' : ` (${letter.to})`}: ${letter.link}`)
  } catch (error) {
    const steps = notice.kind === 'sign-in' ? waitsToSignIn : waits
    const wait = steps[notice.attempts]
    const failure = failureOf(error)
    const again = wait === undefined ? undefined : new Date(now.getTime() + wait)
    await dependencies.db.write((tx) => markFailed(tx, notice, failure, again, now))
    log?.({ notice: notice.id, kind: notice.kind, failure, attempt: notice.attempts + 1, givenUp: !again })
    return false
  }
  await dependencies.db.write(async (tx) => {
    await markSent(tx, notice, now)
    await letter.sent?.(tx)
  })
  return true
}

/** The same for every attempt at the same notice, and telling nothing of it. */
function messageIdOf({ mail, publicUrl }: Dependencies, { id, createdAt }: OutboxMail): string {
  const host = publicUrl ? new URL(publicUrl).hostname : /@([^\s>]+)/.exec(mail?.from ?? '')?.[1]
  const name = createHash('sha256')
    .update(`${publicUrl ?? ''} ${id} ${createdAt}`)
    .digest('hex')
    .slice(0, 32)
  return `${name}@${host ?? 'avstamt.invalid'}`
}

/** Sends what is due every other second from when it is started until it is stopped; stopping waits for the mail that is on its way. */
export function keepDelivering(
  dependencies: Dependencies,
  { print, log, failed }: Omit<Delivering, 'now'> & { failed: (error: unknown) => void },
): { start: () => void; stop: () => Promise<void> } {
  let working = Promise.resolve()
  let busy = false
  let tidied = ''
  let timer: NodeJS.Timeout | undefined

  async function round(): Promise<void> {
    const now = dependencies.now()
    const today = now.toISOString().slice(0, 10)
    await deliverMails(dependencies, { now, print, log })
    if (tidied === today) return
    await dependencies.db.write((tx) => forgetMails(tx, new Date(now.getTime() - keptFor)))
    tidied = today
  }

  return {
    start() {
      timer = setInterval(() => {
        if (busy) return
        busy = true
        working = round()
          .catch(failed)
          .finally(() => {
            busy = false
          })
      }, every)
      timer.unref()
    },
    async stop() {
      clearInterval(timer)
      await working
    },
  }
}
