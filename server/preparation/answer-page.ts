import { Type, type Static } from 'typebox'
import { FormFault } from '../activities/page.ts'
import { Dated } from '../frame.ts'
import type { Page } from '../page.ts'
import { UpdateData } from '../points/update-page.ts'
import { loadAnswer } from './answer-loader.ts'

/** The three answers; each is a form of its own. */
export const answerKinds = ['nothing_new', 'help', 'update'] as const
export type AnswerKind = (typeof answerKinds)[number]
const Kind = Type.Unsafe<AnswerKind>({ type: 'string' })

const Waiting = Type.Array(Type.Object({ number: Type.String(), title: Type.String() }))

/**
 * `/{plan}/svara/{token}`: one point and three answers, for whoever holds its function, without a session (F24). Undefined `form` when the link opens
 * nothing any more.
 */
export const AnswerData = Type.Object({
  form: Type.Optional(
    Type.Object({
      number: Type.String(),
      title: Type.String(),
      /** As whom one answers: function and organisation, never a name. */
      who: Type.String(),
      pointPath: Type.String(),
      now: UpdateData.properties.now,
      /** The review day it is asked for. */
      review: Type.Optional(Dated),
      /** How the point ended: then nothing more is asked. */
      finished: Type.Boolean(),
      /** *Nothing new* was the last word: it is asked softly first (idea 6). */
      gentle: Type.Boolean(),
      /** What each form is sent with: sent twice, it is one answer. */
      keys: Type.Record(Type.String(), Type.String()),
      basedOn: Type.String(),
      holdsFrom: Type.String(),
      /** What stands in the fields. */
      fields: Type.Record(Type.String(), Type.String()),
      /** The form that came back, and what is wrong with it. */
      back: Type.Optional(Kind),
      faults: Type.Array(FormFault),
      asked: Type.String(),
      /** What was saved, and when. */
      saved: Type.Optional(Type.Object({ kind: Kind, at: Type.String() })),
      /** The person's other points that have not been answered for. */
      waiting: Waiting,
      /** The help one has asked for, in one's own words, and what became of it. */
      help: Type.Optional(Type.Object({ text: Type.String(), reply: Type.Optional(Type.String()) })),
    }),
  ),
})
export type AnswerData = Static<typeof AnswerData>

export const answerPage: Page = {
  // Of the installation: the token is asked first, so that a plan nobody may see can not be told from none.
  of: 'installation',
  path: '/:plan/svara/:token',
  view: 'preparation/Answer',
  schema: AnswerData,
  access: 'open',
  secret: true,
  rooms: ['answering', 'updating', 'saving', 'refusals'],
  script: 'none',
  load: loadAnswer,
}
