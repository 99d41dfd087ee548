import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { byHand, opened, plantedFolder } from './given.ts'
import { listOrganisations } from '../../server/people/organisations.store.ts'

test('what was acknowledged is there after kill -9, whole, and so is nothing half-written', async () => {
  const folder = plantedFolder()
  const child = spawn(process.execPath, [join(import.meta.dirname, 'writing.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const gone = once(child, 'close')
  let acknowledged = 0
  for await (const line of createInterface(child.stdout)) {
    acknowledged = Number(line)
    if (acknowledged === 200) child.kill('SIGKILL')
  }
  await gone
  expect(acknowledged).toBeGreaterThanOrEqual(200)

  const codes = (await opened(folder).read(listOrganisations)).map(({ code }) => code)
  const kept = codes.filter((code) => code.startsWith('kontor-')).length
  expect(kept).toBeGreaterThanOrEqual(acknowledged)
  expect(codes.filter((code) => code.startsWith('enhet-'))).toHaveLength(kept)
  expect(byHand(folder).pragma('integrity_check', { simple: true })).toBe('ok')
})
