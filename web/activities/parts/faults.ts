import type { LogByLinkData } from '../../../server/activities/link.page.ts'
import type { RefusalCode } from '../../../server/http/refusal.ts'
import type { FieldError, Failure } from '../../form.svelte.ts'
import { doubtsIn, fieldErrors } from '../../form-errors.ts'
import type { TextContext } from '../../view-context.ts'

type Link = NonNullable<LogByLinkData['form']>

const failureOf = (code: RefusalCode, { words, say }: TextContext): Failure =>
  code === 'idempotency-key-reused'
    ? { kind: 'earlierSaved' }
    : { kind: 'refused', text: say(words.refusals[code]) }

/** What was wrong with a form that was sent without JavaScript, as the form itself would say it. */
export function begunWith(
  { faults, log }: Link,
  context: TextContext,
): { errors: FieldError[]; failure: Failure | undefined } {
  const coded = faults.flatMap(({ field, code }) => (code ? [{ field, code }] : []))
  const whole = coded.find(({ field }) => field === '')
  const doubts = faults.some(({ doubt }) => doubt) ? doubtsIn({ what: log.begun?.what ?? '' }, context) : []
  return {
    errors: [
      ...fieldErrors(
        coded.filter(({ field }) => field !== ''),
        context,
      ),
      ...doubts,
    ],
    failure: whole && failureOf(whole.code, context),
  }
}
