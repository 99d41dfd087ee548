import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { docx, packedObjects, pdf, photo, pixelBomb, plain, xlsx, zip } from '../support/file-bytes.ts'
import { begin, files, pieceOf, sendFile, sendPiece, type Told } from '../support/sending-files.ts'
import { world, type World } from '../support/world.ts'
import { codesOf } from './given.ts'

const plan = '/api/v1/plans/psykisk-halsa'
const partSize = 256 * 1024
const activity = (ids: number[]) => ({
  point: '1',
  what: 'Första träffen i Strandby.',
  happenedOn: '2023-11-16',
  files: ids,
})

/** What is left in the database but for texts, which are masked and not deleted. */
const withoutTexts = ({
  texts: _texts,
  idempotencyKeys: _keys,
  trail: _trail,
  ...rest
}: Record<string, number>) => rest

const wordsOf = (all: World) =>
  all.db.read(async (tx) => (await tx.select().from(tx.tables.texts)).map((text) => text.body))

describe('beginning a file', () => {
  test('not without a session, not as a reader, not in a plan that is not theirs, and nothing is written', async () => {
    const { app, as, rows } = await world()
    const reader = await as('reader')
    const before = await rows()
    const asked = {
      method: 'POST',
      url: files,
      headers: { 'idempotency-key': randomUUID() },
      payload: { name: 'a.pdf', bytes: 10 },
    } as const
    expect((await app.inject(asked)).statusCode).toBe(401)
    expect((await begin(reader, 10)).statusCode).toBe(403)
    expect((await reader.post(files.replace('psykisk-halsa', 'finns-inte'), {})).statusCode).toBe(404)
    expect(await rows()).toEqual(before)
  })

  test.each<[string, object, string]>([
    ['no name', { name: ' ' }, 'file-name-missing name'],
    ['a path', { name: '../../etc/passwd.pdf' }, 'file-name-path name'],
    ['a path of Windows', { name: 'C:\\bilder\\a.png' }, 'file-name-path name'],
    ['a mark that turns the writing', { name: 'faktura\u202efdp.exe' }, 'file-name-unseen name'],
    ['a line break', { name: 'a\nb.pdf' }, 'file-name-unseen name'],
    ['a name without end', { name: `${'a'.repeat(121)}` }, 'file-name-too-long name'],
    ['nothing in it', { bytes: 0 }, 'file-empty bytes'],
    ['less than nothing', { bytes: -5 }, 'file-empty bytes'],
    ['more than is taken', { bytes: 20 * 1024 * 1024 + 1 }, 'file-too-large bytes'],
    ['a description without end', { description: 'a'.repeat(301) }, 'file-description-too-long description'],
  ])('%s is refused, and nothing is written', async (_what, more, code) => {
    const { as, rows } = await world()
    const ambassador = await as('ambassador')
    const before = await rows()
    const answer = await begin(ambassador, 1000, more)
    expect([answer.statusCode, ...codesOf(answer)]).toEqual([422, code])
    expect(await rows()).toEqual(before)
  })

  test('is known to its sender alone, who is told which pieces are there', async () => {
    const { as } = await world()
    const ambassador = await as('ambassador')
    const bytes = Buffer.alloc(partSize + 5, 7)
    const { id } = (await begin(ambassador, bytes.length)).json<Told>()
    expect((await sendPiece(ambassador, id, 2, pieceOf(bytes, 2))).statusCode).toBe(200)
    expect((await ambassador.get(`${files}/${id}`)).json()).toEqual({
      id,
      bytes: bytes.length,
      partBytes: partSize,
      parts: [2],
      finished: false,
    })
    const strategist = await as('strategist')
    for (const address of [`${files}/${id}`, `${files}/${id}/content`])
      expect((await strategist.get(address)).statusCode).toBe(404)
    expect((await sendPiece(strategist, id, 1, pieceOf(bytes, 1))).statusCode).toBe(404)
    expect((await strategist.put(`${files}/${id}/completion`, {})).statusCode).toBe(404)
    expect((await ambassador.get(`${files}/${id}/content`)).statusCode).toBe(404)
  })

  test('what one person has sent without using it has a limit', async () => {
    const all = await world({ parts: { files: { kinds: ['pdf'], bytes: 1000 } } })
    const ambassador = await all.as('ambassador')
    for (let n = 0; n < 6; n += 1) expect((await begin(ambassador, 1000)).statusCode).toBe(201)
    const before = await all.rows()
    const answer = await begin(ambassador, 1)
    expect([answer.statusCode, ...codesOf(answer)]).toEqual([422, 'files-too-many-waiting bytes'])
    expect(await all.rows()).toEqual(before)
    expect((await begin(await all.as('strategist'), 1000)).statusCode).toBe(201)
  })

  test('and is gone after a day when nobody finishes it, with its pieces, its name and its description', async () => {
    const all = await world()
    const before = withoutTexts(await all.rows())
    const ambassador = await all.as('ambassador')
    const { id } = (await begin(ambassador, 10, { name: 'Annas bild.jpg' })).json<Told>()
    await sendPiece(ambassador, id, 1, Buffer.alloc(10))
    all.now = new Date(all.now.getTime() + 86_400_001)
    const again = await all.as('strategist')
    expect((await begin(again, 10)).statusCode).toBe(201)
    const after = await all.rows()
    expect([after.files, after.fileParts]).toEqual([before.files! + 1, 0])
    expect((await wordsOf(all)).filter((body) => body === 'Annas bild.jpg')).toEqual([])
    const swept = await all.db.read(async (tx) => tx.select().from(tx.tables.trail))
    expect(swept.find((row) => row.deed === 'retention.sweep')).toMatchObject({
      object: 'file',
      objectId: String(id),
      personId: null,
    })
  })
})

describe('the pieces of a file', () => {
  const begun = async (bytes: number) => {
    const all = await world()
    const ambassador = await all.as('ambassador')
    const { id } = (await begin(ambassador, bytes)).json<Told>()
    return { ...all, ambassador, id }
  }

  test('the same again is fine, another under its number is not', async () => {
    const { ambassador, id, rows } = await begun(100)
    const send = (fill: number) => sendPiece(ambassador, id, 1, Buffer.alloc(100, fill))
    expect((await send(1)).statusCode).toBe(200)
    const before = await rows()
    expect((await send(1)).json()).toMatchObject({ parts: [1] })
    const other = await send(2)
    expect([other.statusCode, ...codesOf(other)]).toEqual([409, 'file-part-differs'])
    expect(await rows()).toEqual(before)
  })

  test.each<[string, number, number, string]>([
    ['a number before the first', 0, 100, '422 file-part-unknown n'],
    ['a number after the last', 2, 100, '422 file-part-unknown n'],
    ['shorter than promised', 1, 99, '422 file-part-size bytes'],
    ['longer than promised', 1, 101, '422 file-part-size bytes'],
    ['nothing', 1, 0, '422 file-part-size bytes'],
    ['more than a piece holds', 1, partSize + 1, '413 too-large'],
  ])('%s is refused, and nothing is written', async (_what, n, length, code) => {
    const { ambassador, id, rows } = await begun(100)
    const before = await rows()
    const answer = await sendPiece(ambassador, id, n, Buffer.alloc(length))
    expect(`${answer.statusCode} ${codesOf(answer).join()}`).toBe(code)
    expect(await rows()).toEqual(before)
  })

  test('come as bytes and as nothing else, and nothing else comes as bytes', async () => {
    const { ambassador, id } = await begun(100)
    expect((await ambassador.put(`${files}/${id}/parts/1`, { n: 1 })).statusCode).toBe(415)
    expect((await ambassador.putBytes(`${files}/${id}/completion`, Buffer.alloc(10))).statusCode).toBe(415)
    const long = await ambassador.post(files, { name: 'a'.repeat(70_000), bytes: 1 })
    expect([long.statusCode, ...codesOf(long)]).toEqual([413, 'too-large'])
  })

  test('one that is missing can still come; without it nothing is finished', async () => {
    const { ambassador, id } = await begun(2 * partSize)
    const bytes = Buffer.alloc(partSize)
    await sendPiece(ambassador, id, 2, bytes)
    const early = await ambassador.put(`${files}/${id}/completion`, {})
    expect([early.statusCode, ...codesOf(early)]).toEqual([422, 'file-part-missing parts'])
    expect((await ambassador.get(`${files}/${id}`)).json()).toMatchObject({ parts: [2], finished: false })
  })

  test('so can a description', async () => {
    const all = await world()
    const ambassador = await all.as('ambassador')
    const bytes = pdf()
    const sent = await sendFile(ambassador, bytes, { description: null, name: 'a.pdf' })
    expect([sent.statusCode, ...codesOf(sent)]).toEqual([422, 'file-description-missing description'])
    const done = await ambassador.put(`${files}/${sent.id}/completion`, { description: 'Inbjudan' })
    expect(done.json()).toMatchObject({ finished: true })
  })
})

describe('what is in a file', () => {
  const macros = { name: 'word/vbaProject.bin', bytes: Buffer.from('Sub AutoOpen()') }
  const half = async (bytes: Promise<Buffer> | Buffer) => {
    const whole = await bytes
    return whole.subarray(0, Math.floor(whole.length / 2))
  }
  const refused: [string, () => Promise<Buffer> | Buffer, string][] = [
    ['a web page', () => Buffer.from('\n<!doctype html><script>alert(1)</script>'), 'file-is-code'],
    [
      'an SVG',
      () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
      'file-is-code',
    ],
    ['an SVG without a head', () => Buffer.from('\u{feff}<svg onload="alert(1)"/>'), 'file-is-code'],
    ['plain text', () => Buffer.from('echo hej'), 'file-kind-unknown'],
    ['a program', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300, 1)]), 'file-kind-unknown'],
    ['a GIF', () => Buffer.from('GIF89a\u0001\0\u0001\0\0\0\0;', 'latin1'), 'file-kind-unknown'],
    ['a zip', () => zip([{ name: 'setup.exe', bytes: Buffer.from('MZ') }]), 'file-is-archive'],
    [
      'a zip that lists itself as a document and holds none',
      () => zip([{ name: '[Content_Types].xml', bytes: Buffer.from('wordprocessingml.document.main+xml') }]),
      'file-is-archive',
    ],
    ['a document with macros', () => docx([macros]), 'file-has-macros'],
    [
      'one that says it has',
      () => docx([], 'application/vnd.ms-word.document.macroEnabled.main+xml'),
      'file-has-macros',
    ],
    ['a document that is cut off', () => half(docx()), 'file-broken'],
    [
      'one that unpacks to a thousand times itself, whatever it says',
      () => docx([{ name: 'word/media/a.bin', bytes: Buffer.alloc(80 * 1024 * 1024), claims: 10 }]),
      'file-bomb',
    ],
    ['an old or locked document', () => oldOffice(), 'file-is-old-office'],
    ['a PDF that is cut off', () => half(pdf(['x'.repeat(4000)])), 'file-broken'],
    ['a locked PDF', () => pdf(undefined, '/Encrypt 5 0 R '), 'file-locked'],
    [
      'a PDF that runs',
      () => pdf(['<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>']),
      'file-runs',
    ],
    ['one that spells it otherwise', () => pdf(['<< /S /J#61vaScript >>']), 'file-runs'],
    ['one that packs it away', () => pdf([packedObjects('<< /S /JavaScript >>')]), 'file-runs'],
    ['one that starts a program', () => pdf(['<< /S /Launch /F (cmd.exe) >>']), 'file-runs'],
    ['a picture with more pixels than bytes', pixelBomb, 'file-too-many-pixels'],
    ['a picture of many pixels', () => plain(9000, 8000), 'file-too-many-pixels'],
    ['a photo that is cut off', () => half(photo()), 'file-broken'],
    [
      'a PNG that is cut off',
      () => half(photo().then((bytes) => sharp(bytes).png().toBuffer())),
      'file-broken',
    ],
    [
      'a WebP that is cut off',
      () => half(photo().then((bytes) => sharp(bytes).webp().toBuffer())),
      'file-broken',
    ],
    ['the beginning of a photo', async () => Buffer.concat([(await photo()).subarray(0, 40)]), 'file-broken'],
  ]

  test.each(refused)(
    '%s is refused with its own sentence, and nothing of it is kept',
    async (_what, make, code) => {
      const all = await world()
      const ambassador = await all.as('ambassador')
      const before = withoutTexts(await all.rows())
      const answer = await sendFile(ambassador, await make(), { name: 'Annas.pdf' })
      expect([answer.statusCode, ...codesOf(answer)]).toEqual([422, `${code} file`])
      expect(answer.json<{ title: string }>().title.length).toBeGreaterThan(20)
      expect(withoutTexts(await all.rows())).toEqual(before)
      expect((await wordsOf(all)).filter((body) => body === 'Annas.pdf')).toEqual([])
      expect((await ambassador.get(`${files}/${answer.id}`)).statusCode).toBe(404)
    },
  )

  test.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['a PDF', () => pdf([packedObjects('<< /Type /Page >>')]), 'application/pdf'],
    ['a document', () => docx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['a sheet', () => xlsx(), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ])('%s is kept byte for byte, and only saved by whoever fetches it', async (_what, make, type) => {
    const all = await world()
    const strategist = await all.as('strategist')
    const bytes = await make()
    const { id, ...answer } = await sendFile(strategist, bytes, { name: 'Årets ”plan” (1).exe' })
    expect(answer.statusCode).toBe(200)
    const content = await strategist.get(`${files}/${id}/content`)
    expect([content.headers['content-type'], content.rawPayload.equals(bytes)]).toEqual([type, true])
    expect(content.headers['content-disposition']).toMatch(
      /^attachment; filename="Arets _plan_ \(1\)\.exe\.\w+"; filename\*=UTF-8''%C3%85rets%20%E2%80%9Dplan%E2%80%9D%20%281%29\.exe\.\w+$/,
    )
    expect(content.headers).toMatchObject({ 'x-content-type-options': 'nosniff' })
    expect(content.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/)
  })

  test('a photo is made anew: turned, smaller, without its maker or the place it was taken', async () => {
    const all = await world()
    const ambassador = await all.as('ambassador')
    const taken = await photo(2400, 1200)
    expect((await sharp(taken).metadata()).exif?.toString('latin1')).toContain('Norrtaljefon')
    const { id } = await sendFile(ambassador, taken, { name: 'IMG_1.JPG' })
    const content = await ambassador.get(`${files}/${id}/content`)
    const seen = await sharp(content.rawPayload).metadata()
    expect([seen.format, seen.width, seen.height, seen.exif]).toEqual(['webp', 800, 1600, undefined])
    expect(content.rawPayload.includes('Norrtaljefon')).toBe(false)
    expect(content.headers['content-disposition']).toContain('inline; filename="IMG_1.webp"')
    const [row] = await all.db.read(async (tx) => tx.select().from(tx.tables.files))
    expect(row).toMatchObject({
      type: 'image/webp',
      width: 800,
      height: 1600,
      bytes: content.rawPayload.length,
    })
  })

  test('a kind the installation does not take is refused', async () => {
    const all = await world({ parts: { files: { kinds: ['jpeg'], bytes: 1_000_000 } } })
    const answer = await sendFile(await all.as('ambassador'), pdf())
    expect(codesOf(answer)).toEqual(['file-kind-unknown file'])
  })

  test('asked to finish twice at once, it is finished once', async () => {
    const all = await world()
    const ambassador = await all.as('ambassador')
    const bytes = await photo()
    const { id } = (await begin(ambassador, bytes.length)).json<Told>()
    await sendPiece(ambassador, id, 1, bytes)
    const answers = await Promise.all([1, 2, 3].map(() => ambassador.put(`${files}/${id}/completion`, {})))
    expect(answers.map((one) => [one.statusCode, one.json<Told>().finished])).toEqual([
      [200, true],
      [200, true],
      [200, true],
    ])
    const late = await sendPiece(ambassador, id, 1, bytes)
    expect([late.statusCode, ...codesOf(late)]).toEqual([409, 'file-finished'])
  })
})

describe('a file that goes with an activity', () => {
  const sent = async () => {
    const all = await world()
    const ambassador = await all.as('ambassador')
    const { id } = await sendFile(ambassador, await photo())
    return { ...all, ambassador, id }
  }

  test.each<[string, (all: Awaited<ReturnType<typeof sent>>) => Promise<number[]>, string]>([
    ['one that is not there', () => Promise.resolve([999_999]), 'file-unknown files.0'],
    [
      'one somebody else sent',
      async ({ as }) => [(await sendFile(await as('strategist'), pdf())).id],
      'file-unknown files.0',
    ],
    [
      'one that is not finished',
      async ({ ambassador }) => [(await begin(ambassador, 10)).json<Told>().id],
      'file-not-finished files.0',
    ],
    ['the same twice', ({ id }) => Promise.resolve([id, id]), 'file-attached files.1'],
    ['four', ({ id }) => Promise.resolve([id, id, id, id]), 'files-too-many files'],
    [
      'one that belongs to another',
      async ({ ambassador, id }) => {
        expect((await ambassador.post(`${plan}/activities`, activity([id]))).statusCode).toBe(201)
        return [id]
      },
      'file-attached files.0',
    ],
  ])('%s is refused, and nothing is written', async (_what, prepare, code) => {
    const all = await sent()
    const ids = await prepare(all)
    const before = await all.rows()
    const answer = await all.ambassador.post(`${plan}/activities`, activity(ids))
    expect([answer.statusCode, ...codesOf(answer)]).toEqual([422, code])
    expect(await all.rows()).toEqual(before)
  })

  const attached = async () => {
    const all = await sent()
    const logged = await all.ambassador.post(`${plan}/activities`, activity([all.id]))
    const { id: activityId } = logged.json<{ activity: { id: number } }>().activity
    const address = `${files}/${all.id}`
    const publicFiles = async () => {
      const { items } = (await all.anybody.get(`${plan}/activities?point=1`)).json<{
        items: { id: number; files: unknown[] }[]
      }>()
      return items.find((one) => one.id === activityId)!.files
    }
    return { ...all, logged, activityId, address, publicFiles }
  }

  test('is its sender’s alone until it belongs to something, also when it is finished', async () => {
    const { as, ambassador, id } = await sent()
    const content = `${files}/${id}/content`
    for (const role of ['reader', 'reporter', 'strategist', 'administrator'] as const)
      expect([role, (await (await as(role)).get(content)).statusCode]).toEqual([role, 404])
    expect((await ambassador.get(content)).statusCode).toBe(200)
  })

  test('is internal until a lead shows it, and can be taken back', async () => {
    const { logged, anybody, as, id, address, publicFiles, ambassador } = await attached()
    expect(logged.json()).toMatchObject({
      activity: { files: [{ id, type: 'image/webp', width: 600, height: 800, shown: false }] },
    })
    expect([(await anybody.get(`${address}/content`)).statusCode, await publicFiles()]).toEqual([404, []])
    expect((await (await as('reader')).get(`${address}/content`)).statusCode).toBe(200)
    expect((await ambassador.put(`${address}/visibility`, { shown: true })).statusCode).toBe(403)
    const strategist = await as('strategist')
    const shown = await strategist.put(`${address}/visibility`, { shown: true })
    expect(shown.json()).toMatchObject({ id, shown: true })
    const content = await anybody.get(`${address}/content`)
    expect([content.statusCode, content.headers['cache-control']]).toEqual([200, 'no-cache'])
    const etag = content.headers['etag'] as string
    expect((await anybody.get(`${address}/content`, { headers: { 'if-none-match': etag } })).statusCode).toBe(
      304,
    )
    expect(await publicFiles()).toMatchObject([
      { id, description: { text: 'En cirkel av stolar i biblioteket' } },
    ])
    await strategist.put(`${address}/visibility`, { shown: false })
    expect([(await anybody.get(`${address}/content`)).statusCode, await publicFiles()]).toEqual([404, []])
  })

  test('is not found by way of another plan', async () => {
    const { as, address } = await attached()
    const strategist = await as('strategist')
    await strategist.put(`${address}/visibility`, { shown: true })
    const elsewhere = address.replace('psykisk-halsa', 'klimat-munster')
    expect((await strategist.get(`${elsewhere}/content`)).statusCode).toBe(404)
  })

  test('once masked, its bytes and its words are gone for everybody, and the row stays', async () => {
    const all = await attached()
    const strategist = await all.as('strategist')
    await strategist.put(`${all.address}/visibility`, { shown: true })
    expect((await all.ambassador.put(`${all.address}/mask`, { because: 'x' })).statusCode).toBe(403)
    const masked = await strategist.put(`${all.address}/mask`, { because: 'personuppgift' })
    expect(masked.json()).toMatchObject({
      masked: { on: '2023-11-20', because: 'personuppgift' },
      name: { text: null },
      description: { text: null },
    })
    for (const who of [all.anybody, strategist])
      expect((await who.get(`${all.address}/content`)).statusCode).toBe(404)
    const rows = await all.rows()
    expect([rows.files, rows.fileParts]).toEqual([1, 0])
    const kept = await all.db.read(async (tx) => tx.select().from(tx.tables.idempotencyKeys))
    expect(kept.filter(({ body }) => body.includes('En cirkel av stolar'))).toEqual([])
    const again = await strategist.put(`${all.address}/mask`, { because: 'personuppgift' })
    expect([again.statusCode, ...codesOf(again)]).toEqual([422, 'file-masked'])
    expect((await strategist.put(`${all.address}/visibility`, { shown: true })).statusCode).toBe(422)
  })

  test('follows a correction of its activity, until one leaves it out', async () => {
    const { ambassador, activityId, id } = await attached()
    const { files: _files, ...words } = activity([])
    const correct = async (which: number, body: object) =>
      (await ambassador.post(`${plan}/activities/${which}/corrections`, body)).json<{
        activity: { id: number; files: { id: number }[] }
      }>().activity
    const first = await correct(activityId, words)
    expect(first.files.map((file) => file.id)).toEqual([id])
    const second = await correct(first.id, { ...words, files: [id] })
    expect(second.files.map((file) => file.id)).toEqual([id])
    expect((await correct(second.id, { ...words, files: [] })).files).toEqual([])
  })
})

/** The beginning of a document as Word saved it before 2007, and as it saves one with a password. */
function oldOffice(): Buffer {
  const bytes = Buffer.alloc(1024)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  return bytes
}
