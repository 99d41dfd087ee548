import type { Lang } from '#words/format.ts'
import type { ProblemDetails } from '../server/http/schema.ts'
import { newKey, type RequestOptions, type Outcome } from './client.ts'

/** What is wrong with a field. A doubt is a question: saving the same once more is the answer that it was meant (A05). */
export type FieldError = { field: string; text: string; doubt?: string }

/** Why nothing was saved, where no field is to blame. */
export type Failure =
  { kind: 'unreached' } | { kind: 'signedOut' } | { kind: 'earlierSaved' } | { kind: 'refused'; text: string }

type FormOptions<Claim, Done> = {
  lang: Lang
  /** What the form itself finds wrong before it asks: the rules the server refuses by. */
  check: (claim: Claim) => readonly FieldError[]
  send: (claim: Claim, options: RequestOptions) => Promise<Outcome<Done>>
  /** The sentence for a refusal, in the reader's words. */
  errorText: (refusal: { code: string; title: string }) => string
  /** The token of a mail's link, where the form was opened by one. */
  token?: string | undefined
  /** What is wrong from the beginning: the form was sent before the script was there. */
  initial?: { errors: readonly FieldError[]; failure?: Failure | undefined } | undefined
}

/**
 * A form on its way to be saved. One key stands for one intention: made when the form is opened, kept through every retry until the
 * answer has come. Nothing typed is touched here, so nothing typed is lost.
 */
export function createForm<Claim, Done>({
  lang,
  check,
  send,
  errorText,
  token,
  initial,
}: FormOptions<Claim, Done>) {
  let key = newKey()
  let askedAbout = doubtsAmong(initial?.errors ?? [])
  let busy = $state(false)
  let attempts = $state(0)
  let errors = $state.raw<readonly FieldError[]>(initial?.errors ?? [])
  let failure = $state.raw<Failure | undefined>(initial?.failure)
  let conflict = $state.raw<ProblemDetails>()
  let touched = $state(false)

  /** Gives what was saved, or undefined: then the form says why. */
  async function submit(claim: Claim): Promise<Done | undefined> {
    if (busy) return undefined
    attempts += 1
    touched = false
    failure = undefined
    errors = mistakes(check(claim))
    if (errors.length > 0) return undefined
    busy = true
    const outcome = await send(claim, { lang, key, token })
    busy = false
    attempts += 1
    if (outcome.kind === 'done') {
      key = newKey()
      conflict = undefined
      return outcome.value
    }
    if (outcome.kind === 'unreached') failure = { kind: 'unreached' }
    else explain(outcome.problem)
    return undefined
  }

  /** What was asked about and stands as it stood is meant, also while something else has to be mended. */
  function mistakes(found: readonly FieldError[]): readonly FieldError[] {
    const left = found.filter(({ doubt }) => doubt === undefined || !askedAbout.includes(doubt))
    askedAbout = doubtsAmong(found)
    return left
  }

  function explain(problem: ProblemDetails) {
    if (problem.code === 'idempotency-key-reused') {
      // The first attempt did arrive. Pressing again is a new intention.
      key = newKey()
      failure = { kind: 'earlierSaved' }
    } else if (problem.status === 401 && problem.code !== 'link-gone') failure = { kind: 'signedOut' }
    else if (problem.code === 'based-on-old') conflict = problem
    else if (problem.errors) {
      errors = problem.errors.map((error) => ({ field: error.field, text: errorText(error) }))
    } else failure = { kind: 'refused', text: errorText(problem) }
  }

  return {
    submit,
    get busy() {
      return busy
    },
    /** Grows with each attempt, so that what is said anew is heard anew. */
    get attempts() {
      return attempts
    },
    get errors() {
      return errors
    },
    get failure() {
      return failure
    },
    /** A 409 with what stands now; stays until something has been saved or thrown away. */
    get conflict() {
      return conflict
    },
    /** Something was written since the last attempt: a question about what stood there is no longer asked. */
    touch() {
      touched = true
    },
    /** Whether all that stands in the way are questions. */
    get doubting() {
      return !touched && errors.length > 0 && errors.every((error) => error.doubt !== undefined)
    },
    errorOf: (field: string): string | undefined =>
      errors
        .filter((error) => error.field === field)
        .map((error) => error.text)
        .join(' ') || undefined,
    /** What the next attempt is known by: the same as the last one's, while its answer has not come. */
    get key() {
      return key
    },
    /** A fresh form: a new intention with a key of its own, or one taken up again. */
    reset(keptKey?: string) {
      key = keptKey ?? newKey()
      askedAbout = []
      errors = []
      failure = undefined
      conflict = undefined
    },
  }
}

/** A form as the components that draw it see it. */
export type FormState<Claim, Done> = ReturnType<typeof createForm<Claim, Done>>

const doubtsAmong = (errors: readonly FieldError[]): readonly string[] =>
  errors.flatMap(({ doubt }) => doubt ?? [])
