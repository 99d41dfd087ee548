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
  'cancellations',
  'attachments',
  'file_showings',
  'trail',
  'reminders',
  'help_requests',
  'help_replies',
  'comments',
  'minutes',
  'remarks',
  'decision_answers',
  'follow_up_questions',
  'follow_up_answers',
  'report_versions',
  'report_states',
  'hearings',
  'accessibility_statements',
  'accessibility_checks',
]

/** What the database itself refuses: a moment in a table, when (SQL that both engines read; `old` and `new` are the rows), and why. */
interface Rule {
  name: string
  moment: 'insert' | 'update' | 'delete'
  table: string
  when: string
  sentence: string
}

const refuse = (
  name: string,
  moment: Rule['moment'],
  table: string,
  when: string,
  sentence: string,
): Rule => ({ name, moment, table, when, sentence })

const always = (name: string, moment: Rule['moment'], table: string, sentence: string): Rule =>
  refuse(name, moment, table, 'true', sentence)

/**
 * The triggers that keep the record. They are not in the migrations: a table that a migration rebuilds loses its triggers without a word,
 * so `open` puts these up after every migration and refuses to start when one is missing.
 */
const rules: readonly Rule[] = [
  ...appendOnly.flatMap((table) => [
    always(`${table}_never_edited`, 'update', table, `${table} is append-only`),
    always(`${table}_never_deleted`, 'delete', table, `${table} is append-only`),
  ]),
  always('texts_never_deleted', 'delete', 'texts', 'texts is append-only'),
  // The one UPDATE let through, one way only: body and salt to null, with who, when and why.
  refuse(
    'texts_only_masked',
    'update',
    'texts',
    `not (old.body is not null and new.body is null and new.salt is null and old.masked_at is null
      and new.masked_at is not null and new.masked_by is not null and new.masked_because is not null
      and new.id = old.id and new.plan_id = old.plan_id and new.sha256 = old.sha256)`,
    'a text can only be masked, once',
  ),
  // A finished file keeps its bytes; masking lets go of them, once. What was never finished may be swept away.
  refuse(
    'files_only_masked',
    'update',
    'files',
    `old.finished_at is not null and not (old.masked_at is null and new.masked_at is not null and new.masked_by is not null
      and new.masked_because is not null and new.salt is null and new.id = old.id and new.plan_id = old.plan_id
      and new.sha256 = old.sha256 and new.bytes = old.bytes and new.name_id = old.name_id and new.finished_at = old.finished_at
      and new.type is not distinct from old.type and new.description_id is not distinct from old.description_id)`,
    'a finished file can only be masked, once',
  ),
  refuse(
    'files_never_deleted',
    'delete',
    'files',
    'old.finished_at is not null',
    'a finished file is never deleted',
  ),
  refuse(
    'file_parts_stay',
    'delete',
    'file_parts',
    'exists (select 1 from files where id = old.file_id and finished_at is not null and masked_at is null)',
    'a finished file keeps its pieces',
  ),
  ...(['insert', 'update'] as const).map((moment) =>
    refuse(
      `file_parts_no_${moment}`,
      moment,
      'file_parts',
      'exists (select 1 from files where id = new.file_id and finished_at is not null)',
      'a finished file keeps its pieces',
    ),
  ),
  // A closed review day closes the past: the report politicians read never changes afterwards.
  refuse(
    'updates_after_closed_review',
    'insert',
    'updates',
    'new.holds_from <= (select max(held_on) from closures where plan_id = new.plan_id)',
    'the review day of this update is closed',
  ),
  // Else an update could pass the guard above under another plan's name.
  refuse(
    'updates_belong_to_their_point',
    'insert',
    'updates',
    `new.plan_id is distinct from (select plan_id from points where id = new.point_id)
      or (new.corrects is not null and new.point_id is distinct from (select point_id from updates where id = new.corrects))`,
    'an update belongs to its point, and corrects one of it',
  ),
  refuse(
    'closures_in_order',
    'insert',
    'closures',
    `new.held_on <= (select max(held_on) from closures where plan_id = new.plan_id)
      or new.previous_hash <> coalesce((select hash from closures where plan_id = new.plan_id order by held_on desc limit 1), '')
      or not exists (select 1 from reviews where id = new.review_id and plan_id = new.plan_id and held_on = new.held_on)`,
    'review days close in order, each chained to the one before',
  ),
  ...(['update', 'delete'] as const).map((moment) =>
    refuse(
      `reviews_closed_never_${moment}d`,
      moment,
      'reviews',
      'exists (select 1 from closures where review_id = old.id)',
      'a closed review day never changes',
    ),
  ),
  ...(['insert', 'update', 'delete'] as const).map((moment) =>
    refuse(
      `participants_closed_no_${moment}`,
      moment,
      'participants',
      `exists (select 1 from closures where review_id = ${moment === 'insert' ? 'new' : 'old'}.review_id)`,
      'a closed review day never changes',
    ),
  ),
  // What was decided, said or locked stands: such a day was held. And a day that is called off stays so.
  refuse(
    'cancellations_of_open_days',
    'insert',
    'cancellations',
    `exists (select 1 from closures where review_id = new.review_id)
      or exists (select 1 from decisions where review_id = new.review_id)
      or exists (select 1 from comments where review_id = new.review_id)
      or new.plan_id is distinct from (select plan_id from reviews where id = new.review_id)`,
    'a review day that was held cannot be cancelled',
  ),
  refuse(
    'reviews_cancelled_never_updated',
    'update',
    'reviews',
    'exists (select 1 from cancellations where review_id = old.id)',
    'a cancelled review day never changes',
  ),
  ...['closures', 'comments', 'decisions', 'participants'].map((table) =>
    refuse(
      `${table}_not_after_cancelling`,
      'insert',
      table,
      'exists (select 1 from cancellations where review_id = new.review_id)',
      'a cancelled review day never changes',
    ),
  ),
  ...['comments', 'decisions'].map((table) =>
    refuse(
      `${table}_not_after_closing`,
      'insert',
      table,
      'exists (select 1 from closures where review_id = new.review_id)',
      'a closed review day never changes',
    ),
  ),
  always('points_never_deleted', 'delete', 'points', 'a point is never deleted'),
  refuse(
    'points_never_renumbered',
    'update',
    'points',
    'new.number <> old.number or new.plan_id <> old.plan_id or new.adopted <> old.adopted',
    'a point is never renumbered',
  ),
  // The first end and the day a point came are what its story is told from: a later end is an update of its own.
  refuse(
    'points_first_days_stay',
    'update',
    'points',
    'new.first_due_on is distinct from old.first_due_on or new.added_on <> old.added_on',
    'the first end of a point and the day it was added never change',
  ),
  refuse(
    'installation_mark_stays',
    'update',
    'installation',
    'new.example <> old.example or new.id <> old.id',
    'an installation is an example for good or never',
  ),
  refuse(
    'installation_marked_once',
    'insert',
    'installation',
    'exists (select 1 from installation)',
    'an installation is an example for good or never',
  ),
  always('installation_stays', 'delete', 'installation', 'the installation mark is never deleted'),
]

/** A guard as one engine writes it. */
export interface Guard {
  name: string
  sql: string
}

export const sqliteGuards: readonly Guard[] = rules.map(({ name, moment, table, when, sentence }) => ({
  name,
  sql: `create trigger ${name} before ${moment} on ${table} for each row when ${when} begin select raise(abort, '${sentence}'); end`,
}))

/** The body of a guard's function on PostgreSQL, where a trigger's own condition may ask no other table. */
const bodyOf = (rule: Rule): string =>
  ` begin if ${rule.when} then raise exception '${rule.sentence}'; end if; return ${rule.moment === 'delete' ? 'old' : 'new'}; end `

export const postgresGuards: readonly Guard[] = [
  ...rules.map((rule) => ({
    name: rule.name,
    sql: `create or replace function guard_${rule.name}() returns trigger language plpgsql as $guard$${bodyOf(rule)}$guard$;
      create or replace trigger ${rule.name} before ${rule.moment} on ${rule.table} for each row execute function guard_${rule.name}()`,
  })),
  // Emptying a whole table passes the guards of its rows.
  ...[...appendOnly, 'texts', 'points', 'reviews', 'installation', 'files', 'file_parts'].map((table) => ({
    name: `${table}_never_emptied`,
    sql: `create or replace function guard_${table}_never_emptied() returns trigger language plpgsql as $guard$ begin raise exception '${table} is append-only'; end $guard$;
      create or replace trigger ${table}_never_emptied before truncate on ${table} for each statement execute function guard_${table}_never_emptied()`,
  })),
]

/** A number of 31 bits that changes when a guard does, so that a new program puts its guards up on an old database too. */
export function versionOf(guards: readonly Guard[]): number {
  const hash = createHash('sha256').update(guards.map((guard) => guard.sql).join('\n'))
  return hash.digest().readUInt32BE(0) >>> 1
}
