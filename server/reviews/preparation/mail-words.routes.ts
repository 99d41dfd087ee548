import { responses, type Routes } from '../../http/routes.ts'
import { writeOnce } from '../../http/write-once.ts'
import { MailAddress, MailWords, NewMailWords } from './mail-words.schema.ts'
import { setOwnWords, wordsNow } from './mail-words.store.ts'

/** The words of the mails that ask and remind (F44). */
export const mailWordRoutes: Routes = (api, dependencies) => {
  api.put(
    '/plans/:plan/mails/:kind/:lang',
    {
      config: { permission: 'review.plan', trail: 'mail.words' },
      schema: { params: MailAddress, body: NewMailWords, response: responses(200, MailWords) },
    },
    (request, reply) =>
      writeOnce(dependencies, request, reply, 200, async ({ tx, plan, context }) => {
        const { kind, lang } = request.params
        await setOwnWords(tx, plan, kind, lang, request.body.own, context)
        return wordsNow(tx, plan, kind, lang)
      }),
  )
}
