import { afterEach, describe, expect, test } from 'vitest'
import { newKey, send, type RequestOptions, type Outcome } from '../../web/client.ts'
import { createForm, type FieldError } from '../../web/form.svelte.ts'

type Answer = Outcome<string>

/** A form whose server answers what it is told to, and remembers the keys it was asked with. */
function formAnswering(...answers: Answer[]) {
  const keys: string[] = []
  const errors: FieldError[] = []
  const form = createForm({
    lang: 'sv',
    check: () => [...errors],
    send: async (_claim: string, { key }: RequestOptions): Promise<Answer> => {
      keys.push(key)
      return answers.shift() ?? { kind: 'done', value: 'saved' }
    },
    errorText: ({ code }) => `said: ${code}`,
  })
  return { form, keys, errors }
}

const refused = (status: number, code: string, more: object = {}): Answer => ({
  kind: 'refused',
  problem: { type: '', title: '', status, code, ...more },
})

describe('a form on its way to be saved', () => {
  test('sends nothing while a rule finds something wrong', async () => {
    const { form, keys, errors } = formAnswering()
    errors.push({ field: 'reason', text: 'Skriv skälet.' })
    expect(await form.submit('x')).toBeUndefined()
    expect(keys).toEqual([])
    expect(form.errorOf('reason')).toBe('Skriv skälet.')
  })

  test('asks about a doubt once; the same again is the answer that it was meant', async () => {
    const { form, errors } = formAnswering()
    errors.push({ field: 'note', text: 'Verkar vara ett telefonnummer.', doubt: 'note 070' })
    expect(await form.submit('x')).toBeUndefined()
    expect(form.doubting).toBe(true)
    expect(await form.submit('x')).toBe('saved')
  })

  test('asks anew about another doubt', async () => {
    const { form, errors } = formAnswering()
    errors.push({ field: 'note', text: '?', doubt: 'note 070' })
    await form.submit('x')
    errors.splice(0, 1, { field: 'note', text: '?', doubt: 'note 073' })
    expect(await form.submit('x')).toBeUndefined()
  })

  test('what was meant stays meant while another field is mended', async () => {
    const { form, errors } = formAnswering()
    errors.push({ field: 'note', text: '?', doubt: 'note 070' }, { field: 'day', text: 'Skriv dagen.' })
    await form.submit('x')
    expect(await form.submit('x')).toBeUndefined()
    expect([form.errorOf('note'), form.errorOf('day')]).toEqual([undefined, 'Skriv dagen.'])
    errors.pop()
    expect(await form.submit('x')).toBe('saved')
  })

  test('keeps its key until the answer has come, then takes a new one', async () => {
    const { form, keys } = formAnswering({ kind: 'unreached' }, refused(500, 'failed'))
    await form.submit('x')
    expect(form.failure).toEqual({ kind: 'unreached' })
    await form.submit('x')
    expect(form.failure).toEqual({ kind: 'refused', text: 'said: failed' })
    expect(await form.submit('x')).toBe('saved')
    await form.submit('y')
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).toBe(keys[0])
    expect(keys[3]).not.toBe(keys[0])
  })

  test('says that an earlier attempt arrived when its words were changed since, and sends the change under a new key', async () => {
    const { form, keys } = formAnswering({ kind: 'unreached' }, refused(422, 'idempotency-key-reused'))
    await form.submit('x')
    await form.submit('x changed')
    expect(form.failure).toEqual({ kind: 'earlierSaved' })
    expect(await form.submit('x changed')).toBe('saved')
    expect(keys[2]).not.toBe(keys[1])
  })

  test('says that one is signed out, and nothing else is touched', async () => {
    const { form } = formAnswering(refused(401, 'not-signed-in'))
    await form.submit('x')
    expect(form.failure).toEqual({ kind: 'signedOut' })
  })

  test('shows what stands now when somebody was first, and keeps showing it until it is saved', async () => {
    const { form } = formAnswering(refused(409, 'based-on-old', { current: { latestUpdate: 13 } }))
    await form.submit('x')
    expect(form.conflict?.current).toEqual({ latestUpdate: 13 })
    expect(await form.submit('x')).toBe('saved')
    expect(form.conflict).toBeUndefined()
  })

  test('puts the server’s refusals on their fields', async () => {
    const errors = [{ field: 'closing.result', code: 'result-missing', title: '' }]
    const { form } = formAnswering(refused(422, 'result-missing', { errors }))
    await form.submit('x')
    expect(form.errorOf('closing.result')).toBe('said: result-missing')
  })

  test('is sent once, however often it is pressed', async () => {
    const { form, keys } = formAnswering()
    await Promise.all([form.submit('x'), form.submit('x')])
    expect(keys.length).toBe(1)
  })
})

describe('asking the server', () => {
  const real = globalThis.fetch
  afterEach(() => {
    globalThis.fetch = real
  })
  const answering = (answer: () => Promise<Response>) => {
    globalThis.fetch = answer
  }
  const options = { lang: 'sv', key: newKey() } as const

  test('a key is a uuid, and never the same twice', () => {
    const keys = [newKey(), newKey()]
    expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(keys[0]).not.toBe(keys[1])
  })

  test('no network is not an error, but no answer', async () => {
    answering(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(await send('POST', '/plans/x/activities', {}, options)).toEqual({ kind: 'unreached' })
  })

  test('what a proxy says instead of the server is no answer either', async () => {
    answering(async () => new Response('<h1>Bad gateway</h1>', { status: 502 }))
    expect(await send('POST', '/plans/x/activities', {}, options)).toEqual({ kind: 'unreached' })
  })

  test('a problem document is a refusal', async () => {
    const problem = { type: 'x', title: 'Nej', status: 403, code: 'not-allowed' }
    answering(async () => Response.json(problem, { status: 403 }))
    expect(await send('POST', '/plans/x/activities', {}, options)).toEqual({ kind: 'refused', problem })
  })
})
