import type { AddressInfo } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { verify } from '../../server/commands/verify.ts'
import type { Snapshot } from '../../server/reviews/snapshot.ts'
import { pdf, photo } from '../support/file-bytes.ts'
import { begin, files, pieceOf, sendFile, sendPiece, type Told } from '../support/sending-files.ts'
import { world } from '../support/world.ts'
import { codesOf, latestOf, plan, update } from './given.ts'

const day = 86_400_000

/** A PDF of about so many bytes, different in every piece. */
const bigPdf = (bytes: number): Buffer =>
  pdf([
    Buffer.concat([
      Buffer.from(`<< /Length ${bytes} >>\nstream\n`),
      Buffer.from(Uint32Array.from({ length: bytes / 4 }, (_none, at) => at * 2_654_435_761).buffer),
      Buffer.from('\nendstream'),
    ]),
  ])

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
/** What buffers hold when all that nobody needs any longer has been taken away; an addon gives its own back some turns later. */
const heldBytes = async (): Promise<number> => {
  let least = Infinity
  for (let turn = 0; turn < 20; turn += 1) {
    collect()
    await setImmediate()
    least = Math.min(least, process.memoryUsage().arrayBuffers)
  }
  return least
}

interface PointSaid {
  updates: {
    id: number
    evidence: { title: { text: string }; file: { id: number; shown: boolean } | null }[]
  }[]
}
const fileOf = (answer: { json: () => unknown }) =>
  (answer.json() as PointSaid).updates.at(-1)!.evidence[0]?.file

describe('a file as evidence', () => {
  const given = async () => {
    const all = await world()
    const strategist = await all.as('strategist')
    const { id } = await sendFile(strategist, pdf(), { name: 'kontrakt.pdf', description: 'Kontrakt' })
    const claim = async (more: object = {}) =>
      update({
        reason: 'Två lägenheter saknas.',
        basedOn: await latestOf(strategist, '7'),
        evidence: [{ title: 'Kontrakt', file: id }],
        ...more,
      })
    return { ...all, strategist, id, claim }
  }

  test('one that is somebody else’s is refused at its row, and nothing is written', async () => {
    const { as, strategist, claim, rows } = await given()
    const other = await sendFile(await as('ambassador'), pdf())
    const before = await rows()
    const evidence = [{ title: 'Protokoll' }, { title: 'Bild', file: other.id }]
    const answer = await strategist.post(`${plan}/points/7/updates`, await claim({ evidence }))
    expect([answer.statusCode, ...codesOf(answer)]).toEqual([422, 'file-unknown evidence.1.file'])
    expect(await rows()).toEqual(before)
  })

  test('is told to insiders, to others when it is shown, and comes along when its update is corrected', async () => {
    const { as, anybody, strategist, id, claim } = await given()
    const recorded = await strategist.post(`${plan}/points/7/updates`, await claim())
    expect([recorded.statusCode, fileOf(recorded)]).toMatchObject([201, { id, shown: false }])
    expect(fileOf(await anybody.get(`${plan}/points/7`))).toBeNull()
    expect(fileOf(await (await as('reader')).get(`${plan}/points/7`))).toMatchObject({ id })
    await strategist.put(`${files}/${id}/visibility`, { shown: true })
    expect(fileOf(await anybody.get(`${plan}/points/7`))).toMatchObject({ id, shown: true })

    const { holdsFrom: _day, ...correction } = await claim({ note: 'Rättat.' })
    const mistaken = (recorded.json() as PointSaid).updates.at(-1)!.id
    const corrected = await strategist.post(`${plan}/updates/${mistaken}/corrections`, correction)
    expect([corrected.statusCode, fileOf(corrected)]).toMatchObject([201, { id }])
    const elsewhere = await claim({ basedOn: await latestOf(strategist, '8') })
    const again = await strategist.post(`${plan}/points/8/updates`, elsewhere)
    expect(codesOf(again)).toContain('file-attached evidence.0.file')
  })
})

test('a closed review day holds the hash of its files, shows those everybody saw then, and verify follows them', async () => {
  const all = await world()
  const ambassador = await all.as('ambassador')
  const strategist = await all.as('strategist')
  const ids: number[] = []
  for (const what of ['Första träffen', 'Andra träffen', 'Tredje träffen']) {
    const { id } = await sendFile(ambassador, await photo(), { description: what })
    const claim = { point: '7', what, happenedOn: '2023-11-20', files: [id] }
    expect((await ambassador.post(`${plan}/activities`, claim)).statusCode).toBe(201)
    ids.push(id)
  }
  const [first, second, third] = ids as [number, number, number]
  await strategist.put(`${files}/${first}/visibility`, { shown: true })
  await strategist.put(`${files}/${third}/visibility`, { shown: true })
  all.now = new Date(all.now.getTime() + 3_600_000)
  expect((await strategist.post(`${plan}/reviews`, { heldOn: '2023-11-20' })).statusCode).toBe(201)
  const [latest] = await all.db.read(async (tx) => {
    const rows = await tx.select().from(tx.tables.updates)
    return rows.map(({ id }) => id).sort((a, b) => b - a)
  })
  const closed = await strategist.put(`${plan}/reviews/2023-ht-2/closure`, { basedOn: latest })
  expect(closed.statusCode).toBe(200)
  const snapshot = await all.db.read(async (tx) => {
    const rows = await tx.select().from(tx.tables.closures)
    return JSON.parse(rows.at(-1)!.snapshot) as Snapshot
  })
  const stored = await all.db.read(async (tx) => tx.select().from(tx.tables.files))
  const hashOf = (id: number) => stored.find((file) => file.id === id)!.sha256
  expect(snapshot.points.filter((point) => point.files)).toMatchObject([
    {
      number: '7',
      files: [
        { file: first, sha256: hashOf(first), shown: true },
        { file: second, sha256: hashOf(second), shown: false },
        { file: third, sha256: hashOf(third), shown: true },
      ],
    },
  ])

  // Shown after the day was closed, one does not grow into its report; taken back or masked, one leaves it.
  await strategist.put(`${files}/${second}/visibility`, { shown: true })
  await strategist.put(`${files}/${third}/visibility`, { shown: false })
  const report = async (who: Pick<typeof strategist, 'get'>) => {
    const address = '/psykisk-halsa/avstamningar/2023-ht-2'
    const answer = await who.get(address, { headers: { accept: 'application/json' } })
    const { closed } = answer.json<{ closed: { files: { files: { id: number; text: string }[] }[] } }>()
    return closed.files.flatMap((point) => point.files.map(({ id, text }) => `${id} ${text}`))
  }
  expect(await report(all.anybody)).toEqual([`${first} Första träffen`])
  expect(await report(strategist)).toHaveLength(3)
  expect((await verify(all.db)).faults).toEqual([])
  await strategist.put(`${files}/${first}/mask`, { because: 'personuppgift' })
  expect(await report(all.anybody)).toEqual([`${first} Borttaget 20 november 2023 (personuppgift)`])
  expect(await verify(all.db)).toMatchObject({ faults: [] })
})

test('twenty megabytes come and go piece by piece, and memory stays flat', { timeout: 120_000 }, async () => {
  const all = await world()
  const strategist = await all.as('strategist')
  const bytes = bigPdf(19 * 1024 * 1024)
  const { id } = await sendFile(strategist, bytes, { name: 'stor.pdf' })
  const pieces = Math.ceil(bytes.length / (256 * 1024))
  await all.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = all.app.server.address() as AddressInfo
  const before = await heldBytes()
  const answer = await fetch(`http://127.0.0.1:${port}${files}/${id}/content`, {
    headers: { cookie: strategist.cookie },
  })
  let [most, size, chunks, held] = [0, 0, 0, 0]
  let same = true
  for await (const chunk of answer.body!) {
    same &&= bytes.subarray(size, size + chunk.length).equals(chunk)
    size += chunk.length
    chunks += 1
    most = Math.max(most, chunk.length)
    if (held === 0 && size > bytes.length / 2) held = (await heldBytes()) - before
  }
  expect([size, same]).toEqual([bytes.length, true])
  expect([chunks >= pieces, most <= 256 * 1024]).toEqual([true, true])
  // Half-way through, only what is read and not yet taken is held: far less than the file.
  expect(held).toBeLessThan(4 * 1024 * 1024)
})

test('a link in a mail that opens the log form sends its picture too, and nothing else of files', async () => {
  const all = await world()
  const { issueLink } = await import('../../server/people/links.store.ts')
  const { findPlan } = await import('../../server/database/plan.ts')
  const { personId } = await all.as('ambassador')
  const token = await all.db.write(async (tx) => {
    const { id: planId } = (await findPlan(tx, 'psykisk-halsa'))!
    return issueLink(tx, { purpose: 'log', personId, planId }, all.now)
  })
  const asked = (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object | Buffer) =>
    all.app.inject({
      method,
      url,
      headers: {
        authorization: `Bearer ${token}`,
        ...(method !== 'GET' && { 'idempotency-key': crypto.randomUUID() }),
        ...(Buffer.isBuffer(payload) && { 'content-type': 'application/octet-stream' }),
      },
      payload,
    })
  const bytes = await photo()
  const begun = await asked('POST', files, { name: 'bild.jpg', bytes: bytes.length, description: 'Stolar' })
  const { id } = begun.json<Told>()
  expect((await asked('PUT', `${files}/${id}/parts/1`, pieceOf(bytes, 1))).statusCode).toBe(200)
  expect((await asked('PUT', `${files}/${id}/completion`, {})).json()).toMatchObject({ finished: true })
  const claim = { point: '1', what: 'Träff', happenedOn: '2023-11-20', files: [id] }
  expect((await asked('POST', `${plan}/activities`, claim)).statusCode).toBe(201)
  expect((await asked('GET', `${files}/${id}/content`)).statusCode).toBe(404)
  expect((await asked('PUT', `${files}/${id}/visibility`, { shown: true })).statusCode).toBe(403)
})

test('a file begun yesterday can not be gone on with when it has been swept', async () => {
  const all = await world()
  const ambassador = await all.as('ambassador')
  const { id } = (await begin(ambassador, 100)).json<Told>()
  all.now = new Date(all.now.getTime() + day + 1)
  await begin(await all.as('strategist'), 100)
  expect((await sendPiece(await all.as('ambassador'), id, 1, Buffer.alloc(100))).statusCode).toBe(404)
})
