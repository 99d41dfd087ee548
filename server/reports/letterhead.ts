import type { Tx } from '../database/database.ts'
import { findFile } from '../files/known.store.ts'
import { partNumbers, readPart } from '../files/store.ts'
import type { Plan } from '../database/plan.ts'
import type { ReportContent } from './content.ts'

/** Whose document it is, with the logo where one of the plan's pictures is chosen and still there; else the municipality's name alone. */
export async function letterheadOf(
  tx: Tx,
  { id, letterhead }: Pick<Plan, 'id' | 'letterhead'>,
  municipality: string,
): Promise<ReportContent['letterhead']> {
  const name = letterhead?.name || municipality
  const file = letterhead?.logo === undefined ? undefined : await findFile(tx, id, letterhead.logo)
  if (!file || file.maskedAt) return { name }
  const pieces: Buffer[] = []
  for (const n of await partNumbers(tx, file.id)) pieces.push((await readPart(tx, file.id, n))!)
  const base64 = Buffer.concat(pieces).toString('base64')
  return { name, logo: { type: file.type, base64, alt: file.description.body ?? name } }
}

export interface Logo {
  type: 'png' | 'jpg'
  data: Buffer
  /** Of its height: 2 is twice as wide as high. */
  proportion: number
  alt: string
}

/** The organisation's logo in a form that every Office reads; a drawing or a newer format becomes dots. */
export async function logoOf({ logo }: ReportContent['letterhead']): Promise<Logo | undefined> {
  if (!logo) return undefined
  const { default: sharp } = await import('sharp')
  const bytes = Buffer.from(logo.base64, 'base64')
  const { width = 1, height = 1, format } = await sharp(bytes).metadata()
  const asItIs = format === 'png' ? 'png' : format === 'jpeg' ? 'jpg' : undefined
  const data = asItIs ? bytes : await sharp(bytes, { density: 300 }).resize({ height: 400 }).png().toBuffer()
  return { type: asItIs ?? 'png', data, proportion: width / height, alt: logo.alt }
}
