import type { Parts } from '../parts.ts'
import { timer, type Timer } from '../timer.ts'
import { sweep } from './store.ts'

const day = 86_400_000

/** Sweeps once a day. Several nodes may: the second finds nothing. */
export const keepSweeping = (parts: Pick<Parts, 'db' | 'now'>, failed: (error: unknown) => void): Timer =>
  timer(day, () => parts.db.write((tx) => sweep(tx, parts.now())), failed)
