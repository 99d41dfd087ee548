import { folded, isBlank, refuseLong, lineReasons, type Refusal } from './text.ts'

export interface AreaClaim {
  /** Of an area the plan has; undefined for a new one. */
  id?: number | undefined
  number?: string | null | undefined
  title: string
}

export const areaReasons = [
  ...lineReasons,
  'area-title-missing',
  'area-twice',
  'area-unknown',
  'area-used',
] as const
export type AreaReason = (typeof areaReasons)[number]

export const areaLines = { number: 20, title: 200 } as const

/**
 * Every reason why a plan's areas can not be these, in this order. A point and an address name an area by its number or its title, so none of
 * them may stand twice. An area with points is not left out.
 */
export function refuseAreas(
  claims: readonly AreaClaim[],
  known: readonly { id: number; points: number }[],
): Refusal<AreaReason>[] {
  const told = new Set<string>()
  const ids = new Set<number>()
  const refusals = claims.flatMap(({ id, number, title }, index) => {
    const found: Refusal<AreaReason>[] = []
    const refuse = (code: AreaReason, name: string) => found.push({ code, field: `items.${index}.${name}` })
    if (id !== undefined && (ids.has(id) || !known.some((one) => one.id === id))) refuse('area-unknown', 'id')
    if (id !== undefined) ids.add(id)
    if (isBlank(title)) refuse('area-title-missing', 'title')
    for (const [name, text] of [
      ['number', number],
      ['title', title],
    ] as const) {
      if (isBlank(text)) continue
      if (told.has(folded(text!))) refuse('area-twice', name)
      told.add(folded(text!))
    }
    const long = refuseLong({ number, title }, areaLines)
    return [...found, ...long.map((one) => ({ ...one, field: `items.${index}.${one.field}` }))]
  })
  const lost = known.some((one) => one.points > 0 && !ids.has(one.id))
  return lost ? [...refusals, { code: 'area-used', field: 'items' }] : refusals
}
