import type { LogByLinkData } from '../../../server/activities/link.page.ts'
import type { FieldError, Failure } from '../../form.svelte.ts'
import { doubtsIn, fieldErrors } from '../../form-errors.ts'
import type { TextContext } from '../../view-context.ts'

type Link = NonNullable<LogByLinkData['form']>

/** What was wrong with a form that was sent without JavaScript, as the form itself would say it. */
export function begunWith(
  { faults, log }: Link,
  context: TextContext,
): { errors: FieldError[]; failure?: Failure } {
  const { words, say } = context
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
    ...(whole && {
      failure:
        whole.code === 'idempotency-key-reused'
          ? { kind: 'earlierSaved' }
          : { kind: 'refused', text: say(words.refusals[whole.code]) },
    }),
  }
}
