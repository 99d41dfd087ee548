import type { ImportReason } from '../../../exchange/faults.ts'

export const importing = {
  function: 'Import',
  usage: 'Write: npm run import -- FILE.csv --mapping MAPPING.json',
  read: { one: '{file}: {n} row was read.', other: '{file}: {n} rows were read.' },
  unused: 'Columns that are not used: {columns}.',
  textWithoutStatus:
    'Row {row} ({number}) has a text but no status. It counts as not reported and the text was not kept.',
  points: { one: '{n} {point}', other: '{n} {points}' },
  reviews: { one: '{n} review day', other: '{n} review days' },
  counted: '{points}, {reviews}: {counts} completed.',
  countedNow: '{points}, no review day: {n} completed.',
  published: 'The plan {slug} is imported and published.',
  unpublished: 'The plan {slug} is imported but not published.',
  inRow: 'Row {row}: {sentence}',
  inCell: 'Row {row}, column {column}: {sentence}',
  inMapping: 'The mapping, {where}: {sentence}',
  nothingWritten: {
    one: 'Nothing was written. Mend the fault and run the import again.',
    other: 'Nothing was written. Mend the {n} faults and run the import again.',
  },
  faults: {
    'administrator-missing': 'There is no administrator to answer for the import. Start the program first.',
    'file-missing': 'The file {path} cannot be read. Check its name and folder.',
    'file-too-large': 'The file is larger than {megabytes} MB. Divide it.',
    'file-not-csv': 'The file is no text file. Open it in Excel and save it as CSV UTF-8.',
    'file-empty': 'The file has no rows below its headings.',
    'quote-unclosed':
      'A quotation mark is not closed or stands wrong. Put quotation marks around the whole cell.',
    'cells-missing':
      'The row has {found} cells but the heading row {expected}. Fill in those that are missing.',
    'cells-extra':
      'The row has {found} cells but the heading row {expected}. Remove what stands outside the columns, or put quotation marks around the cell that holds a delimiter.',
    'column-missing':
      'There is no column {column} in the file. Its columns are: {known}. Mend columns in the mapping.',
    'column-twice': 'The column {column} stands more than once in the file. Rename one of them.',

    'cell-empty': 'The cell is empty. Fill it in.',
    'cell-too-long': 'The text is too long. Shorten it to at most {n} characters.',
    'round-unknown':
      '“{value}” is no round of the mapping, which has: {known}. Mend the cell or add the round under rounds.',
    'status-unknown':
      '“{value}” is no status of the mapping, which has: {known}. Mend the cell or add it under statuses.',
    'status-at-adoption':
      'When the plan was adopted nothing had begun. Leave the cell empty or give it the value that means not_started.',
    'organisation-not-mapped':
      'The organisation “{name}” is not in the mapping. Add it under organisations, or the name under alsoCalled.',
    'due-unreadable': '“{value}” cannot be read as an end. Write it as 2023-12-31, 2023-12, 2023 or HT23.',
    'number-twice':
      'The number {number} already stands in row {firstRow}. Mend it or remove one of the rows.',
    'point-told-twice': 'This says something else of {number} than row {firstRow}. Write the same in both.',
    'point-not-adopted':
      '{number} has no row for “{value}”, when the plan was adopted. Add the row, or remove the rows of {number}.',
    'area-number-two-titles':
      'The area {number} already belongs to “{title}”. Each area has one number and one name.',
    'plan-exists':
      'The plan {slug} is here already. A plan is imported once. Change it on its page, or change plan.slug in the mapping.',
    'round-ahead': 'The day {day} has not come yet. Mend rounds in the mapping.',

    'mapping-not-json': 'The mapping is not valid JSON. The fault is on line {n} of that file.',
    'mapping-not-object': 'The mapping must be one object in JSON. See docs/import.md.',
    'mapping-key-missing': 'The mapping lacks {where}. Add it.',
    'mapping-key-unknown': 'In the mapping {where} has no meaning. Remove it, or mend its spelling.',
    'mapping-type': 'In the mapping {where} must be of the JSON type {type}.',
    'mapping-choice': 'In the mapping {where} must be one of: {choices}.',
    'mapping-day': 'In the mapping {where} must be a day, as 2023-11-14.',
    'mapping-too-long': 'In the mapping {where} is too long. Shorten it to at most {n} characters.',
    'mapping-malformed': 'In the mapping {where} is empty or miswritten. See docs/import.md.',
    'mapping-name-twice': 'In the mapping “{name}” stands more than once in {where}. Remove one of them.',
    'mapping-organisation':
      'In the mapping defaults.organisation is {code}, but organisations has no such code. Add it.',
    'mapping-round-kind':
      'In the mapping {where} must have exactly one of adoption, heldOn and holdsFrom: the adoption, a review day or a day.',
    'mapping-rounds-order':
      'In the mapping rounds must stand in order of day after plan.adoption.on, the adoption first. Move {where} or change its day.',
  } satisfies Record<ImportReason, string>,
}
