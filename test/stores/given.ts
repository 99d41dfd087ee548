import { createHash } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { inject as provided, onTestFinished } from 'vitest'
import type { Status } from '#domain/status.ts'
import type { Database, Tx } from '../../server/database/database.ts'
import { fileIn, openDatabase } from '../../server/database/open.ts'
import { Refused } from '../../server/http/refusal.ts'
import { markInstallation } from '../../server/database/installation.ts'
import { addOrganisation } from '../../server/people/organisations/store.ts'
import type { WriteContext } from '../../server/http/write-context.ts'
import { addPerson } from '../../server/people/store.ts'
import { createPlan } from '../../server/plans/store.ts'
import type { NewPlan } from '../../server/plans/schema.ts'
import type { NewPoint, NewUpdate } from '../../server/points/schema.ts'
import { ownFolder } from '../support/own-folder.ts'
import { addPoint, publishPlan } from '../support/by-address.ts'

export const slug = 'klimatplan'
export const adoptedOn = '2021-01-11'

export const plan: NewPlan = {
  slug,
  title: 'Klimatplan',
  municipality: 'Sjövik',
  period: { from: '2021-01-01', to: '2023-12-31' },
  adoption: { by: 'Kommunfullmäktige', on: adoptedOn, paragraph: '§ 12' },
  focusAreas: [{ number: 'A', title: 'Energi' }, { title: 'Resor' }],
}

export const point = (number: string, more: Partial<NewPoint> = {}): NewPoint => ({
  number,
  title: `Punkt ${number}`,
  lead: { organisation: 'miljo', function: 'Energistrateg' },
  ...more,
})

/** A database of its own, marked and with three organisations and two people in it; closed and gone when the test is over. */
export async function aDatabase(): Promise<{
  db: Database
  act: (day: string, who?: 1 | 2) => WriteContext
  folder: string
}> {
  const folder = ownFolder('stores')
  copyFileSync(provided('emptyFile'), fileIn(folder))
  const now = at(adoptedOn)
  const db = openDatabase({ folder, now })
  onTestFinished(() => db.close())
  await db.write(async (tx) => {
    await markInstallation(tx, false, now)
    for (const code of ['miljo', 'skola', 'energibolaget']) {
      await addOrganisation(tx, { code, name: `${code} i Sjövik`, kind: 'kontor' })
    }
    for (const name of ['Siv Strateg', 'Per Punktägare']) {
      const email = `${name.split(' ')[0]}@sjovik.example`
      await addPerson(tx, { name, email, organisationId: 1, administrator: false }, now)
    }
  })
  let salts = 0
  const salt = () =>
    createHash('sha256')
      .update(`salt ${(salts += 1)}`)
      .digest('hex')
  return {
    db,
    folder,
    act: (day, who = 1) => ({
      by: { personId: who, function: who === 1 ? 'Klimatstrateg' : 'Enhetschef', organisationId: who },
      now: at(day),
      salt,
    }),
  }
}

/** The published plan with its adopted points. */
export async function aPlan(points: NewPoint[] = ['1', '2', '3'].map((number) => point(number))) {
  const { db, act, folder } = await aDatabase()
  const planId = await db.write(async (tx) => {
    const founding = act(adoptedOn)
    const { id } = await createPlan(tx, plan, founding)
    for (const one of points) await addPoint(tx, slug, one, founding)
    await publishPlan(tx, slug, founding)
    return id
  })
  return { db, act, planId, folder }
}

/** Ten in the morning; in winter eleven in Sweden. */
export const at = (day: string): Date => new Date(`${day}T10:00:00.000Z`)

/** What an update of this status must say. */
export const needsOf: Record<Status, Partial<NewUpdate>> = {
  not_started: {},
  in_progress: {},
  paused: {},
  closed: { closing: { result: 'Klart enligt beslut.', carriedOutOn: adoptedOn } },
  embedded: {
    closing: {
      receiver: 'Miljökontoret',
      function: 'Enhetschef',
      embeddedFrom: adoptedOn,
      anchoredIn: 'Verksamhetsplan 2022',
    },
    evidence: 'none',
  },
  withdrawn: { decision: { by: 'Kommunstyrelsen', on: adoptedOn, reference: '§ 40' } },
  merged: { decision: { by: 'Kommunstyrelsen', on: adoptedOn, reference: '§ 41' }, mergedInto: '1' },
}

/** An update of this status that nothing is wrong with, on this day; based on nothing unless it says so. */
export const saying = (status: Status, holdsFrom: string, more: Partial<NewUpdate> = {}): NewUpdate => ({
  status,
  outlook: 'not_assessed',
  holdsFrom,
  basedOn: null,
  reason: 'Beslutat på mötet',
  ...needsOf[status],
  ...more,
})

/** The codes and fields a store refuses for, as `422 code field`; `done` when it refuses nothing. What it wrote is undone. */
export async function refusalOf(
  db: Database,
  work: (tx: Tx) => Promise<unknown>,
): Promise<string[] | 'done'> {
  try {
    await db.write(work)
    return 'done'
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (error.errors.length === 0) return [`${error.status} ${error.code}`]
    return error.errors.map(({ code, field }) => `${error.status} ${code} ${field}`)
  }
}

/** Every row of every table, so that a test can say that nothing was written. */
export async function everything(db: Database): Promise<Record<string, unknown[]>> {
  return db.read(async (tx) => {
    const all: Record<string, unknown[]> = {}
    for (const [name, table] of Object.entries(tx.tables)) all[name] = await tx.select().from(table)
    return all
  })
}
