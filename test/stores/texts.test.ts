import { dropFiles } from '../../server/reports/file-cache.store.ts'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { verify } from '../../server/commands/verify.ts'
import { openDatabase } from '../../server/database/open.ts'
import { keepAnswer, takeKey } from '../../server/http/idempotency.ts'
import { createPlan } from '../../server/plans/store.ts'
import { chainHash } from '../../server/reviews/snapshot.ts'
import { closuresOf } from '../../server/reviews/close.store.ts'
import { readTexts, saltedHash, writeText } from '../../server/texts/store.ts'
import { adoptedOn, aPlan, at, everything, plan, refusalOf, saying, slug } from './given.ts'
import { closeReview, maskText, planReview, recordUpdate } from '../support/by-address.ts'

describe('a free text', () => {
  test('is not written when nothing was said', async () => {
    const { db, act, planId } = await aPlan()
    const before = await everything(db)
    for (const nothing of [undefined, null, '', ' \n\t']) {
      expect(await db.write((tx) => writeText(tx, planId, nothing, act(adoptedOn)))).toBeNull()
    }
    expect(await everything(db)).toEqual(before)
  })

  test('is kept as it was written, with the hash of its own salt and it', async () => {
    const { db, act, planId } = await aPlan()
    const said = ' Två rader\nmed ”citat” & 👋 '
    const [one, other] = await db.write(async (tx) => [
      await writeText(tx, planId, said, act(adoptedOn)),
      await writeText(tx, planId, said, act(adoptedOn)),
    ])
    const texts = (await everything(db)).texts as { body: string; salt: string; sha256: string }[]
    expect(texts.map(({ body }) => body)).toEqual([said, said])
    for (const { salt, sha256 } of texts) {
      expect(sha256).toBe(createHash('sha256').update(`${salt}\n${said}`).digest('hex'))
    }
    expect(texts[0]!.sha256).not.toBe(texts[1]!.sha256)
    const read = await db.read((tx) => readTexts(tx, [one!, null, other!, one!, 4711]))
    expect([...read.keys()]).toEqual([one, other])
    expect(read.get(one!)).toEqual({
      id: one,
      body: said,
      sha256: texts[0]!.sha256,
      maskedAt: null,
      because: null,
    })
  })

  test('hides what it says behind its salt', () => {
    expect(saltedHash('a', 'ord')).not.toBe(saltedHash('b', 'ord'))
    expect(saltedHash('', 'ord')).not.toBe(createHash('sha256').update('ord').digest('hex'))
  })

  test('is read with any number of others', async () => {
    const { db, act, planId } = await aPlan()
    const ids = await db.write(async (tx) => {
      const written: (number | null)[] = []
      for (let count = 0; count < 1203; count += 1)
        written.push(await writeText(tx, planId, `${count}`, act(adoptedOn)))
      return written
    })
    const read = await db.read((tx) => readTexts(tx, ids))
    expect(ids.map((id) => read.get(id!)?.body)).toEqual(ids.map((_, count) => `${count}`))
  })
})

describe('masking', () => {
  async function aClosedReport() {
    const given = await aPlan()
    const { db, act } = given
    await db.write(async (tx) => {
      const claim = saying('paused', '2021-03-01', { note: 'Ring Karin', reason: 'Karin är sjuk' })
      await recordUpdate(tx, slug, '1', claim, act('2021-03-01'))
      await planReview(tx, slug, { heldOn: '2021-05-04' }, act('2021-03-01'))
      await closeReview(
        tx,
        slug,
        '2021-vt',
        { basedOn: 1, decisions: [{ text: 'Karin ersätts' }] },
        act('2021-05-04'),
      )
    })
    return given
  }

  test('is refused of a text that is not there, is another plan’s, or is masked already', async () => {
    const { db, act } = await aClosedReport()
    await db.write((tx) => createPlan(tx, { ...plan, slug: 'en-annan' }, act(adoptedOn)))
    await db.write((tx) => maskText(tx, slug, 2, 'personuppgift', act('2021-06-01'), dropFiles))
    const before = await everything(db)
    const masking = (where: string, id: number) =>
      refusalOf(db, (tx) => maskText(tx, where, id, 'annat', act('2021-06-02'), dropFiles))
    expect(await masking(slug, 4711)).toEqual(['404 not-found'])
    expect(await masking('en-annan', 1)).toEqual(['404 not-found'])
    expect(await masking('ingen-plan', 1)).toEqual(['404 not-found'])
    expect(await masking(slug, 2)).toEqual(['422 already-masked'])
    expect(await everything(db)).toEqual(before)
  })

  test('takes words and salt away, says who, when and why, and leaves the hash', async () => {
    const { db, act } = await aClosedReport()
    const [before] = (await everything(db)).texts as { sha256: string }[]
    await db.write((tx) => maskText(tx, slug, 1, 'personuppgift', act('2021-06-01', 2), dropFiles))
    expect((await everything(db)).texts![0]).toEqual({
      id: 1,
      planId: 1,
      body: null,
      salt: null,
      sha256: before!.sha256,
      maskedAt: '2021-06-01T10:00:00.000Z',
      maskedBy: 2,
      maskedBecause: 'personuppgift',
    })
    const read = await db.read((tx) => readTexts(tx, [1]))
    expect(read.get(1)).toMatchObject({
      body: null,
      maskedAt: '2021-06-01T10:00:00.000Z',
      because: 'personuppgift',
    })
  })

  test('takes the words also out of the answers that are kept for those who ask again, and nothing else', async () => {
    const { db, act } = await aClosedReport()
    const answered = (note: string) =>
      JSON.stringify({ text: 'Karin', note: { text: note, masked: null }, points: [{ note }], own: 'är' })
    const keep = (key: string, note: string) =>
      db.write(async (tx) => {
        await takeKey(tx, 1, key, 'hash', at('2021-03-01'))
        await keepAnswer(tx, 1, key, { status: 201, body: answered(note) }, at('2021-03-01'))
      })
    await keep('med orden', 'Karin är sjuk')
    await keep('med andra', 'Karin är frisk')
    await db.write((tx) => maskText(tx, slug, 2, 'personuppgift', act('2021-06-01'), dropFiles))
    const bodies = (await everything(db)).idempotencyKeys!.map((row) =>
      JSON.parse((row as { body: string }).body),
    )
    expect(bodies).toEqual([
      { text: 'Karin', note: { text: null, masked: null }, points: [{ note: null }], own: 'är' },
      {
        text: 'Karin',
        note: { text: 'Karin är frisk', masked: null },
        points: [{ note: 'Karin är frisk' }],
        own: 'är',
      },
    ])
  })

  test('leaves the words nowhere in the files either, once they are closed', async () => {
    const { db, act, folder } = await aClosedReport()
    const words = () =>
      readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes('Karin är sjuk'))
    await db.close()
    expect(words()).toEqual(['avstamt.db'])
    const again = openDatabase({ folder, now: at('2021-06-01') })
    await again.write((tx) => maskText(tx, slug, 2, 'personuppgift', act('2021-06-01'), dropFiles))
    await again.close()
    expect(words()).toEqual([])
  })

  test('of everything leaves no word, and the closed report whole: its chain still verifies', async () => {
    const { db, act, planId } = await aClosedReport()
    const closures = await db.read((tx) => closuresOf(tx, planId))
    for (const id of [1, 2, 3])
      await db.write((tx) => maskText(tx, slug, id, 'personuppgift', act('2021-06-01'), dropFiles))
    expect(JSON.stringify(await everything(db))).not.toContain('Karin')
    const after = await db.read((tx) => closuresOf(tx, planId))
    expect(after).toEqual(closures)
    for (const { previousHash, snapshot, hash } of after) expect(chainHash(previousHash, snapshot)).toBe(hash)
    expect((await verify(db)).faults).toEqual([])
  })
})
