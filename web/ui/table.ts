/** A table whose rows become grids on a narrow screen loses its meaning for listeners unless its roles are said outright. */
export const roles = {
  table: 'table',
  group: 'rowgroup',
  row: 'row',
  cell: 'cell',
  columnHead: 'columnheader',
  rowHead: 'rowheader',
} as const
