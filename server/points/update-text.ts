import { dayOf, type Day } from '#domain/calendar.ts'
import { standingBefore, type Standing } from '#domain/history.ts'
import { isCompleted, statuses } from '#domain/status.ts'
import { datedShort, dayShort, dayText, nameWithin, termShort, within } from '#words/format.ts'
import { shownFile } from '../files/view.ts'
import { wroteText, type Speaking, whoText } from '../texts/view.ts'
import type { UpdateRow } from './schema.ts'
import type { UpdateRecord } from './updates.store.ts'
import type { Evidence, StoryEntry } from './story-loader.ts'

/** An entry of a story that says nothing yet: each says what it has to say instead. */
export const unsaid = {
  status: null,
  outlook: null,
  heading: null,
  what: null,
  said: null,
  link: null,
  files: null,
  meta: null,
  again: null,
  corrected: null,
  corrects: null,
}

/** What an update rests on, with the files that this reader may know of; `slug` is its plan's. */
export function evidenceOf(row: UpdateRow, slug: string, speaking: Speaking): Evidence[] {
  if (row.evidence === 'none') return []
  return row.evidence.map((item) => ({
    title: wroteText(item.title, speaking) ?? '',
    url: item.url?.text || null,
    reference: item.reference || null,
    file: item.file ? shownFile(slug, item.file, speaking) : null,
  }))
}

interface Told {
  slug: string
  row: UpdateRow
  records: readonly UpdateRecord[]
  rows: readonly UpdateRow[]
  firstDueOn: Day | null
  /** The plan's review days: an update that holds from one was given on it. */
  reviews: readonly { term: string; heldOn: Day }[]
}

/** An update as the timeline tells it: what changed, what came with it, in whose words. */
export function updateEntry(told: Told, speaking: Speaking): StoryEntry {
  const { row, rows, records } = told
  const { lang, say, words } = speaking
  const entry = words.point.entry
  const record = records.find((one) => one.id === row.id)
  const before = record && standingBefore(told.firstDueOn, records, record, row.holdsFrom)
  const { text, byOutlook } = headingOf(row, before, speaking)
  const correction = row.corrects !== null
  const day = correction ? dayOf(new Date(row.recordedAt)) : row.holdsFrom
  const other = (id: number | null) => {
    const found = rows.find((one) => one.id === id)
    const at = found && (found.corrects === null ? found.holdsFrom : dayOf(new Date(found.recordedAt)))
    return at && { text: dayShort(lang, at), href: `#u${id}` }
  }
  const corrects = other(row.corrects)
  const corrected = other(row.correctedBy)
  const said = saidOf(row, before, speaking)
  const result = row.closing && 'result' in row.closing ? row.closing.result : null
  // The answer "nothing new" repeats the reason that stands; it is not said again.
  const texts = row.answer === 'nothing_new' ? [] : [row.reason, result, row.note]
  const wrote = texts.map((text) => wroteText(text, speaking))
  return {
    ...unsaid,
    kind: correction ? 'correction' : row.answer,
    key: `u${row.id}`,
    day: datedShort(lang, day),
    status: row.status,
    outlook: byOutlook ? row.outlook : null,
    heading: say.split(correction ? say(entry.correction, { heading: within(text) }) : text),
    said: said || null,
    wrote: wrote.filter((text) => text !== null),
    evidence: evidenceOf(row, told.slug, speaking),
    meta: metaOf(told, speaking),
    corrects: corrects || null,
    corrected: corrected || null,
  }
}

/** The one thing an update changed, as its heading; and whether that was the outlook. */
function headingOf(row: UpdateRow, before: Standing | undefined, { say, words }: Speaking) {
  const entry = words.point.entry
  const status = say(words.status.within[row.status])
  const outlook = say(words.status.outlookWithin[row.outlook])
  const plain = (text: string) => ({ text, byOutlook: false })
  const assessed = row.outlook !== 'not_assessed' && statuses[row.status].open
  if (row.answer === 'nothing_new') return plain(say(entry.nothingNew))
  if (row.status === 'merged') return plain(say(entry.merged, { into: row.mergedInto ?? '' }))
  if (before && isCompleted(before.status) && !isCompleted(row.status))
    return plain(say(entry.reopened, { status }))
  if (before?.status !== row.status) {
    const changed = assessed && before?.outlook !== row.outlook
    return plain(say(changed ? entry.statusAndOutlook : entry.status, { status, outlook }))
  }
  if (before.outlook !== row.outlook) return { text: say(entry.outlook, { outlook }), byOutlook: true }
  if (row.dueOn !== null && before.dueOn !== row.dueOn) return plain(say(entry.dueMoved))
  return plain(say(entry.unchanged))
}

/** What else the update says, in the reader's language. */
function saidOf(row: UpdateRow, before: Standing | undefined, { lang, say, words }: Speaking): string {
  const entry = words.point.entry
  const day = (on: Day) => dayText(lang, on)
  const said: string[] = []
  if (row.dueOn !== null && row.dueOn !== before?.dueOn) {
    said.push(
      before?.dueOn
        ? say(entry.movedFromTo, { from: day(before.dueOn), to: day(row.dueOn) })
        : say(entry.dueSet, { to: day(row.dueOn) }),
    )
  }
  if (row.closing && 'carriedOutOn' in row.closing) {
    said.push(say(entry.carriedOutOn, { day: day(row.closing.carriedOutOn) }))
  } else if (row.closing) {
    const { receiver, embeddedFrom, anchoredIn } = row.closing
    const values = {
      receiver,
      function: within(row.closing.function),
      day: day(embeddedFrom),
      anchored: within(anchoredIn),
    }
    said.push(say(entry.handedOver, values))
  }
  if (row.decision) {
    const { by, on, reference } = row.decision
    said.push(say(entry.decision, { by, day: day(on), reference }))
  }
  if (row.evidence === 'none' && isCompleted(row.status)) said.push(say(entry.evidenceMissing))
  return said.join(' ')
}

/** "Avstämning HT23. Enhetschef, socialkontoret": when and in whose function, never a name (A08). */
function metaOf({ row, reviews }: Told, { lang, say, words }: Speaking): string {
  const entry = words.point.entry
  const who = whoText(row.by.function, row.by.organisation?.name)
  const review = row.corrects === null ? reviews.find((one) => one.heldOn === row.holdsFrom) : undefined
  const meta = review
    ? say(entry.reviewed, { term: termShort(lang, review.term), who })
    : say(entry.reported, { who })
  if (!row.onBehalfOf) return meta
  return say(entry.onBehalf, { meta, organisation: nameWithin(row.onBehalfOf.name) })
}
