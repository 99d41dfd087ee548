import { isDay } from '#domain/calendar.ts'
import { capitalised, dayWithWeekday, weekText, type Lang } from '#words/format.ts'
import type { FactsDraft } from '../../../server/reviews/change.page.ts'
import type { ChangedReview } from '../../../server/reviews/schema.ts'

export const emptyFacts = (): FactsDraft => ({
  heldOn: '',
  startsAt: '',
  endsAt: '',
  place: '',
  videoUrl: '',
  guest: '',
  agenda: '',
  preparedFrom: '',
})

/** A clock as people write it – "13", "9.30", "kl. 13.00" – as the rule wants it; anything else as it is. */
export function clockOf(text: string): string {
  const written = text.trim().replace(/^kl\.?\s*/i, '')
  const [, hours, minutes = '00'] = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(written) ?? []
  return hours === undefined ? written : `${hours.padStart(2, '0')}:${minutes}`
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** What was typed, as the server wants it. */
export const claimOf = (draft: FactsDraft): ChangedReview => ({
  heldOn: draft.heldOn,
  startsAt: orNull(clockOf(draft.startsAt)),
  endsAt: orNull(clockOf(draft.endsAt)),
  place: orNull(draft.place),
  videoUrl: orNull(draft.videoUrl),
  guest: orNull(draft.guest),
  agenda: orNull(draft.agenda),
  preparedFrom: orNull(draft.preparedFrom),
})

/** "Torsdag 16 maj 2024, v. 20"; nothing while it is no day. */
export const dayTold = (lang: Lang, day: string): string =>
  isDay(day) ? `${capitalised(dayWithWeekday(lang, day))}, ${weekText(lang, day)}` : ''
