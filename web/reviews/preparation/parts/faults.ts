import type { AnswerData, AnswerKind } from '../../../../server/reviews/preparation/answer.page.ts'
import type { FieldError } from '../../../form.svelte.ts'
import { fieldErrors } from '../../../form-errors.ts'
import type { TextContext } from '../../../view-context.ts'

type AnswerForm = NonNullable<AnswerData['form']>

export interface Faults {
  errors: readonly FieldError[]
  /** Why nothing was saved, where no field is to blame. */
  whole: string | undefined
  /** It was asked softly whether something stands in the way. */
  gentle: boolean
  /** All that stands in the way are questions: the same once more is the answer (A05). */
  doubting: boolean
  /** Something is asked about, perhaps beside what is wrong. */
  doubtful: boolean
  errorOf: (kind: AnswerKind, field: string) => string | undefined
}

/** What is wrong with the answer that came back, in the reader's words. */
export function faultsOf(
  { faults, back }: Pick<AnswerForm, 'faults' | 'back'>,
  { words, say }: TextContext,
): Faults {
  const coded = faults.flatMap(({ field, code }) => (code ? [{ field, code }] : []))
  const gentle = coded.some(({ code }) => code === 'nothing-new-again')
  const whole = coded.find(({ field, code }) => field === '' && code !== 'nothing-new-again')
  const doubts = faults.flatMap(({ field, doubt }) =>
    doubt
      ? [{ field, text: `${say(words.saving.doubt[doubt])} ${say(words.saving.doubtMistaken)}`, doubt }]
      : [],
  )
  const errors = [
    ...fieldErrors(
      coded.filter(({ field }) => field !== ''),
      { words, say },
    ),
    ...doubts,
  ]
  return {
    errors,
    whole: whole && say(words.refusals[whole.code]),
    gentle,
    doubting: errors.length > 0 && errors.length === doubts.length,
    doubtful: doubts.length > 0,
    errorOf: (kind, field) =>
      kind === back
        ? errors
            .filter((error) => error.field === field)
            .map((error) => error.text)
            .join(' ') || undefined
        : undefined,
  }
}
