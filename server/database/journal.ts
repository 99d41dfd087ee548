import { CannotOpen } from './problem.ts'

/**
 * The newest of the migrations a database went through; 0 where it has been through none. `applied` and `ours` are when each was made, in
 * milliseconds, which is what names a migration. Refuses a database newer than the program, and one that went through migrations the
 * program does not have: those before the first one were put together into it.
 */
export function lastOf(
  applied: readonly number[],
  ours: readonly number[],
  facts: { file: string; setting: 'DATA_DIR' | 'DATABASE_URL' },
): number {
  const last = Math.max(0, ...applied)
  if (last > Math.max(0, ...ours)) throw new CannotOpen('database-newer', { file: facts.file })
  if (applied.some((made) => !ours.includes(made))) throw new CannotOpen('database-too-old', facts)
  return last
}
