import type { PointList } from '../../../server/plans/view.ts'

export const columns = ['number', 'title', 'status', 'outlook', 'lead', 'due', 'updated'] as const
type Column = (typeof columns)[number]

/** What `?sort=` asks for: a column, reversed when it begins with a minus. What nobody knows is the number. */
export function sortedBy(sort: string): { column: Column; reversed: boolean } {
  const reversed = sort.startsWith('-')
  const name = reversed ? sort.slice(1) : sort
  const column = columns.find((known) => known === name)
  return { column: column ?? 'number', reversed: reversed && column !== undefined }
}

/** The address of the same list ordered by a column: the other way when it is that column's already. What is empty is left out. */
export function sortAddress(filter: PointList['filter'], column: Column): string {
  const now = sortedBy(filter.sort)
  const sort = now.column === column && !now.reversed ? `-${column}` : column
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, sort: sort === 'number' ? '' : sort })) {
    if (value) asked.set(name, value)
  }
  const query = asked.toString()
  return query && `?${query}`
}
