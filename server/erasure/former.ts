import type { Role } from '#domain/roles.ts'
import type { Words } from '#words/index.ts'
import type { Say } from '#words/say.ts'

/** What stands where a name would: of somebody erased, what they last were – "Tidigare ambassadör". */
export function calledNow(
  { name }: { name: string | null },
  memberships: readonly { role: Role }[],
  { say, words }: { say: Say; words: Words },
): string {
  return name ?? say(words.erasure.former[memberships.at(-1)?.role ?? 'nobody'])
}
