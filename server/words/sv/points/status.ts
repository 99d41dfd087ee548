import type { Outlook, Status } from '#domain/status.ts'
import type { Entry } from '../../say.ts'

type Named<Key extends string> = Record<Key, string>

export const status = {
  /** On the point's own page and in documents. */
  full: {
    not_started: 'Ej påbörjad',
    in_progress: 'Pågår',
    closed: 'Slutförd – genomförd och avslutad',
    embedded: 'Slutförd – inarbetad i ordinarie verksamhet',
    paused: 'Vilande',
    withdrawn: 'Utgår',
    merged: 'Sammanslagen',
  } satisfies Named<Status>,
  mergedInto: 'Sammanslagen med {point} {into}',
  /** In tables. */
  short: {
    not_started: 'Ej påbörjad',
    in_progress: 'Pågår',
    closed: 'Slutförd – avslutad',
    embedded: 'Slutförd – inarbetad',
    paused: 'Vilande',
    withdrawn: 'Utgår',
    merged: 'Sammanslagen',
  } satisfies Named<Status>,
  /** What the receiver says of an embedded point, `n` months after. */
  still: {
    still: 'Lever kvar, {n} månader efter.',
    changed: 'Har ändrats, {n} månader efter.',
    stopped: 'Har upphört, {n} månader efter.',
  },
  /** Inside a sentence: "Status ändrad till pågår". */
  within: {
    not_started: 'ej påbörjad',
    in_progress: 'pågår',
    closed: 'slutförd, genomförd och avslutad',
    embedded: 'slutförd, inarbetad i ordinarie verksamhet',
    paused: 'vilande',
    withdrawn: 'utgår',
    merged: 'sammanslagen',
  } satisfies Named<Status>,
  /** Under a group of the tally, after its number. */
  group: {
    not_started: { one: 'ej påbörjad', other: 'ej påbörjade' },
    in_progress: 'pågår',
    closed: { one: 'genomförd och avslutad', other: 'genomförda och avslutade' },
    embedded: { one: 'inarbetad i ordinarie verksamhet', other: 'inarbetade i ordinarie verksamhet' },
    paused: 'vilande',
    withdrawn: 'utgår',
    merged: { one: 'sammanslagen', other: 'sammanslagna' },
  } satisfies Record<Status, Entry>,
  groupLate: { one: '{group}, {n} är försenad', other: '{group}, {n} är försenade' },
  outlook: {
    on_track: 'Enligt plan',
    at_risk: 'Risk för försening',
    late: 'Försenad',
    not_assessed: 'Bedömning saknas',
  } satisfies Named<Outlook>,
  outlookWithin: {
    on_track: 'enligt plan',
    at_risk: 'risk för försening',
    late: 'försenad',
    not_assessed: 'bedömning saknas',
  } satisfies Named<Outlook>,
  freshness: {
    current: 'Aktuell',
    due: 'Bör uppdateras',
    stale: 'Inaktuell',
    never: 'Aldrig uppdaterad',
  },
}
