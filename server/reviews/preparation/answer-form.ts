import type { FastifyInstance } from 'fastify'
import * as addresses from '#domain/addresses.ts'
import * as api from '#domain/api-addresses.ts'
import { statuses, type Status } from '#domain/status.ts'
import type { Dependencies } from '../../dependencies.ts'
import { askApi, plainForm, type Fields } from '../../http/forms.ts'
import { numbersOf } from '../../points/store.ts'
import { answerKinds, answerPage, openedBy, type AnswerKind } from './answer.page.ts'

/** What each answer claims of the API, and at which address; which of its fields hold free text. */
interface Answer {
  at: (plan: string, number: string) => string
  texts: readonly string[]
  claim: (fields: Fields) => object
}

const basedOn = (fields: Fields) => ({
  basedOn: /^\d{1,15}$/.test(fields.basedOn ?? '') ? Number(fields.basedOn) : null,
})

const answers: Record<AnswerKind, Answer> = {
  nothing_new: {
    at: api.nothingNew,
    texts: [],
    claim: (fields) => ({ ...basedOn(fields), again: fields.again ? true : undefined }),
  },
  help: { at: api.help, texts: ['text'], claim: ({ text = '' }) => ({ text }) },
  update: {
    at: api.updates,
    texts: ['reason', 'note'],
    claim: (fields) => ({
      ...basedOn(fields),
      // Whoever wants to complete a point signs in, where what that demands is asked.
      status: statuses[fields.status as Status]?.open ? fields.status : '',
      outlook: fields.outlook ?? '',
      holdsFrom: fields.holdsFrom ?? '',
      note: fields.note ?? '',
      reason: fields.reason || undefined,
      dueOn: fields.dueOn || undefined,
      evidence: [],
    }),
  },
}

const kindOf = (fields: Fields) => answerKinds.find((one) => one === fields.answer)

/** The three answers of a mail's link, each a form of its own that leads to its receipt. */
export function answerByLinkRoutes(app: FastifyInstance, dependencies: Dependencies): void {
  plainForm(app, dependencies, {
    page: answerPage,
    fields: [
      'answer',
      'text',
      'status',
      'outlook',
      'reason',
      'note',
      'dueOn',
      'basedOn',
      'holdsFrom',
      'again',
    ],
    texts(fields) {
      const kind = kindOf(fields)
      return kind ? answers[kind].texts : []
    },

    async carryOut(sent) {
      const { plan = '', token = '' } = sent.params
      const kind = kindOf(sent.fields)
      const number = kind && (await numberBehind(dependencies, { plan, token }))
      if (!kind || number === undefined) return undefined
      const { at, claim } = answers[kind]
      const url = at(plan, number)
      const saved = await askApi<{ id: number; latestUpdate: number }>(app, sent, url, claim(sent.fields))
      const sparad = kind === 'help' ? `h${saved.id}` : `u${saved.latestUpdate}`
      const form = addresses.answerByLink(addresses.plan(sent.base, plan), token)
      return addresses.asking(form, { sparad })
    },
  })
}

const numberBehind = (
  dependencies: Dependencies,
  params: { plan: string; token: string },
): Promise<string | undefined> =>
  dependencies.db.read(async (tx) => {
    const opened = await openedBy({ tx, now: dependencies.now() }, params)
    return opened && (await numbersOf(tx, opened.plan.id)).get(opened.pointId)
  })
