import type { LogByLinkData } from '../../../server/activities/link.page.ts'
import type { Words } from '#words/index.ts'
import type { Say } from '#words/say.ts'
import type { FieldError, Trouble } from '../../form.svelte.ts'
import { doubtsIn, toldErrors } from '../../form-errors.ts'

type Link = NonNullable<LogByLinkData['form']>

/** What was wrong with a form that was sent without JavaScript, as the form itself would say it. */
export function begunWith(
  { faults, log }: Link,
  speaking: { words: Words; say: Say },
): { errors: FieldError[]; trouble?: Trouble } {
  const { words, say } = speaking
  const coded = faults.flatMap(({ field, code }) => (code ? [{ field, code }] : []))
  const whole = coded.find(({ field }) => field === '')
  const doubts = faults.some(({ doubt }) => doubt) ? doubtsIn({ what: log.begun?.what ?? '' }, speaking) : []
  return {
    errors: [
      ...toldErrors(
        coded.filter(({ field }) => field !== ''),
        speaking,
      ),
      ...doubts,
    ],
    ...(whole && {
      trouble:
        whole.code === 'idempotency-key-reused'
          ? { kind: 'earlierSaved' }
          : { kind: 'refused', text: say(words.refusals[whole.code]) },
    }),
  }
}
