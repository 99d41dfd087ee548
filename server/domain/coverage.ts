/** Where something is done: a workplace of an organisation, or the organisation itself where nobody has named one. */
export type Place = { organisation: string; workplace: string | null }

/** How many activities somebody has logged on a point, in an organisation's name. */
export type LoggedCount = { place: Place; point: string; n: number }

export type CoveredPlace = Place & {
  total: number
  /** The points something was logged on, in the plan's order. */
  points: { number: string; n: number }[]
}

export type Coverage = {
  /** Where something has been logged, by name: this is no ranking. */
  places: CoveredPlace[]
  /** Where the plan has ambassadors and nothing has been logged. */
  silent: Place[]
  /** Points nothing has been logged on, in the plan's order. */
  uncovered: string[]
}

const keyOf = ({ organisation, workplace }: Place): string => `${organisation}\n${workplace ?? ''}`

/**
 * Where things happen and where nothing has been heard yet: workplaces by points. `places` is where the plan has ambassadors, `numbers` the plan's points
 * in order, `inOrder` how names are sorted.
 */
export function coverageOf(
  logged: readonly LoggedCount[],
  places: readonly Place[],
  numbers: readonly string[],
  inOrder: (a: string, b: string) => number,
): Coverage {
  const byName = (a: Place, b: Place) =>
    inOrder(a.organisation, b.organisation) || inOrder(a.workplace ?? '', b.workplace ?? '')
  const covered = Map.groupBy(logged, ({ place }) => keyOf(place))
  const silent = new Map(places.filter((place) => !covered.has(keyOf(place))).map((one) => [keyOf(one), one]))
  const counted = (own: readonly LoggedCount[], number: string) =>
    own.filter(({ point }) => point === number).reduce((sum, { n }) => sum + n, 0)
  return {
    places: [...covered.values()]
      .map((own) => ({
        ...own[0]!.place,
        total: own.reduce((sum, { n }) => sum + n, 0),
        points: numbers.map((number) => ({ number, n: counted(own, number) })).filter(({ n }) => n > 0),
      }))
      .sort(byName),
    silent: [...silent.values()].sort(byName),
    uncovered: numbers.filter((number) => counted(logged, number) === 0),
  }
}
