import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'

export interface Received {
  /** To whom the envelope says it goes. */
  to: string
  mail: Email
  /** As it came over the wire. */
  raw: string
}

export interface Mailbox {
  /** For `SMTP_URL`. */
  url: string
  /** Everything that has come, in its order. */
  mails: readonly Received[]
  /** The mails to this address. */
  to: (address: string) => Received[]
  /** How many connections have been opened to it. */
  connections: () => number
  /** When the first of them has ended. */
  ended: Promise<void>
  /** What it answers to the next mails: an SMTP status such as 550, or undefined when it takes them again. */
  refuse: (status: number | undefined) => void
}

/** The addresses that stand on lines of their own in a mail. */
export const linksIn = ({ mail }: Received): string[] => (mail.text ?? '').match(/^https?:\S+$/gm) ?? []

/** A real mail server on a free port, that keeps what it is given; closed when the test is over. */
export async function mailbox(): Promise<Mailbox> {
  const mails: Received[] = []
  let connections = 0
  const first = Promise.withResolvers<void>()
  let refusing: number | undefined
  const refusal = (status: number) => Object.assign(new Error('not here'), { responseCode: status })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onConnect(_session, done) {
      connections += 1
      done()
    },
    onClose: () => first.resolve(),
    onRcptTo: (_address, _session, done) => done(refusing === undefined ? null : refusal(refusing)),
    onData(stream, session, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const raw = Buffer.concat(pieces)
        void PostalMime.parse(raw).then((mail) => {
          const to = session.envelope.rcptTo.map((one) => one.address).join(', ')
          mails.push({ to, mail, raw: raw.toString('utf8') })
          done()
        }, done)
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => {
    for (const connection of server.connections) connection.close()
    return new Promise<void>((closed) => void server.close(closed))
  })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    to: (address) => mails.filter((one) => one.to === address),
    connections: () => connections,
    ended: first.promise,
    refuse(status) {
      refusing = status
    },
  }
}
