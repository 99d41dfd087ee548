import { createHash } from 'node:crypto'

/** Rows of these tables are never edited or deleted; a mistake is answered by a new row. */
const appendOnly = [
  'wordings',
  'assignments',
  'updates',
  'evidence',
  'activities',
  'showings',
  'closures',
  'decisions',
]

export interface Guard {
  name: string
  sql: string
}

const refuse = (name: string, moment: string, table: string, when: string, sentence: string): Guard => ({
  name,
  sql: `create trigger ${name} before ${moment} on ${table} for each row ${when} begin select raise(abort, '${sentence}'); end`,
})

/**
 * The triggers of SQLite that keep the record. They are not in the migrations: a table that a migration rebuilds loses its triggers without
 * a word, so `open` puts these up after every migration and refuses to start when one is missing.
 */
export const sqliteGuards: readonly Guard[] = [
  ...appendOnly.flatMap((table) => [
    refuse(`${table}_never_edited`, 'update', table, '', `${table} is append-only`),
    refuse(`${table}_never_deleted`, 'delete', table, '', `${table} is append-only`),
  ]),
  refuse('texts_never_deleted', 'delete', 'texts', '', 'texts is append-only'),
  // The one UPDATE let through, one way only: body and salt to null, with who, when and why.
  refuse(
    'texts_only_masked',
    'update',
    'texts',
    `when not (old.body is not null and new.body is null and new.salt is null and old.masked_at is null
      and new.masked_at is not null and new.masked_by is not null and new.masked_because is not null
      and new.id = old.id and new.plan_id = old.plan_id and new.sha256 = old.sha256)`,
    'a text can only be masked, once',
  ),
  // A closed review day closes the past: the report politicians read never changes afterwards.
  refuse(
    'updates_after_closed_review',
    'insert',
    'updates',
    'when new.holds_from <= (select max(held_on) from closures where plan_id = new.plan_id)',
    'the review day of this update is closed',
  ),
  // Else an update could pass the guard above under another plan's name.
  refuse(
    'updates_belong_to_their_point',
    'insert',
    'updates',
    `when new.plan_id is not (select plan_id from points where id = new.point_id)
      or (new.corrects is not null and new.point_id is not (select point_id from updates where id = new.corrects))`,
    'an update belongs to its point, and corrects one of it',
  ),
  refuse(
    'closures_in_order',
    'insert',
    'closures',
    `when new.held_on <= (select max(held_on) from closures where plan_id = new.plan_id)
      or new.previous_hash <> coalesce((select hash from closures where plan_id = new.plan_id order by held_on desc limit 1), '')
      or not exists (select 1 from reviews where id = new.review_id and plan_id = new.plan_id and held_on = new.held_on)`,
    'review days close in order, each chained to the one before',
  ),
  ...['update', 'delete'].map((moment) =>
    refuse(
      `reviews_closed_never_${moment}d`,
      moment,
      'reviews',
      'when exists (select 1 from closures where review_id = old.id)',
      'a closed review day never changes',
    ),
  ),
  refuse('points_never_deleted', 'delete', 'points', '', 'a point is never deleted'),
  refuse(
    'points_never_renumbered',
    'update',
    'points',
    'when new.number <> old.number or new.plan_id <> old.plan_id or new.adopted <> old.adopted',
    'a point is never renumbered',
  ),
  refuse(
    'installation_mark_stays',
    'update',
    'installation',
    'when new.example <> old.example or new.id <> old.id',
    'an installation is an example for good or never',
  ),
  refuse(
    'installation_marked_once',
    'insert',
    'installation',
    'when exists (select 1 from installation)',
    'an installation is an example for good or never',
  ),
  refuse('installation_stays', 'delete', 'installation', '', 'the installation mark is never deleted'),
]

/** A number of 31 bits that changes when a guard does, so that a new program puts its guards up on an old database too. */
export function versionOf(guards: readonly Guard[]): number {
  const hash = createHash('sha256').update(guards.map((guard) => guard.sql).join('\n'))
  return hash.digest().readUInt32BE(0) >>> 1
}
