import { createTransport } from 'nodemailer'
import type { Mail } from '../dependencies.ts'

/** How long is waited for a mail server at each step, in milliseconds; together far less than a notice is claimed for. */
export interface Patience {
  connecting: number
  greeting: number
  silence: number
  /** How long a connection is kept for the next mail. */
  rest: number
}

const usualPatience: Patience = { connecting: 10_000, greeting: 10_000, silence: 10_000, rest: 1000 }

/**
 * The way mail leaves: the server of `SMTP_URL`, in the name of `MAIL_FROM`. Mails close after each other share a connection: servers are slow to
 * take a new one, and some take only so many a minute. Nothing is read from disk or fetched.
 */
export function smtpMail(url: string, from: string, patience: Patience = usualPatience): Mail {
  const at = new URL(url)
  const transport = createTransport({
    pool: true,
    maxConnections: 1,
    // A mail that was cut off is tried again by the outbox, which knows how often and when.
    maxRequeues: 0,
    idleTimeout: patience.rest,
    host: at.hostname.replace(/^\[|\]$/g, ''),
    port: at.port ? Number(at.port) : undefined,
    secure: at.protocol === 'smtps:',
    auth: at.username
      ? { user: decodeURIComponent(at.username), pass: decodeURIComponent(at.password) }
      : undefined,
    connectionTimeout: patience.connecting,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    from,
    async send({ to, subject, text, messageId, calendar }) {
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${messageId}>`,
        icalEvent: calendar
          ? { method: methodOf(calendar), content: calendar, filename: 'avstamning.ics' }
          : undefined,
        // Tells other mail programs not to answer on a holiday.
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
  }
}

/** What a calendar part asks for, which its mail says too: an invitation, or that the day is taken away (RFC 6047). */
const methodOf = (calendar: string): string => /^METHOD:(\w+)/m.exec(calendar)?.[1] ?? 'REQUEST'

/** Why a mail was not taken, as a code and never with an address: what the mail server answered, or what happened on the way. */
export function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  const cause = error.cause as { code?: unknown } | undefined
  const told = [cause?.code, code].find((one) => typeof one === 'string')
  return typeof responseCode === 'number' ? `smtp-${responseCode}` : (told ?? 'unknown')
}
