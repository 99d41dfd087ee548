import type { MailKind } from '#domain/mail.ts'
import type { Lang } from '#words/format.ts'
import { answers, type Routes } from '../../api.ts'
import { writeOnce } from '../../door.ts'
import { MailAddress, MailWords, NewMailWords } from './schema.ts'
import { setOwnWords } from './store.ts'
import { wordsNow } from './words.ts'

/** The words of the mails that ask and remind (F44). */
export const mailWordRoutes: Routes = (api, parts) => {
  api.put(
    '/plans/:plan/mails/:kind/:lang',
    {
      config: { deed: 'review.plan', trail: 'mail.words' },
      schema: { params: MailAddress, body: NewMailWords, response: answers(200, MailWords) },
    },
    (request, reply) =>
      writeOnce(parts, request, reply, 200, async (tx, act) => {
        const { plan, kind, lang } = request.params as { plan: string; kind: MailKind; lang: Lang }
        await setOwnWords(tx, plan, kind, lang, (request.body as NewMailWords).own, act)
        return wordsNow(tx, request.plan!, kind, lang)
      }),
  )
}
