/** How many signs of a report's hash a printed page carries: 48 bits, more than chance can meet, few enough to type. */
const shown = 12

/** The first signs of a hash as people read them: "1a2b 3c4d 5e6f", held together by no-break spaces. */
export const shortChecksum = (hash: string): string => inFours(hash.slice(0, shown)).replaceAll(' ', '\u00a0')

/** A whole hash in groups of four. */
export const inFours = (hash: string): string => hash.replace(/(.{4})(?=.)/g, '$1 ')

export type Matched = { kind: 'nothing' | 'malformed' | 'short' | 'unknown' } | { kind: 'known'; at: number }

/**
 * Which of these hashes a typed checksum belongs to. Space, dots, hyphens and case do not matter. `short` where fewer signs were typed than are
 * printed: too few would fit by chance.
 */
export function matchChecksum(typed: string, hashes: readonly string[]): Matched {
  const signs = typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s.\-–]/g, '')
  if (signs === '') return { kind: 'nothing' }
  if (!/^[0-9a-f]{1,64}$/.test(signs)) return { kind: 'malformed' }
  if (signs.length < shown) return { kind: 'short' }
  const at = hashes.findIndex((hash) => hash.startsWith(signs))
  return at < 0 ? { kind: 'unknown' } : { kind: 'known', at }
}
