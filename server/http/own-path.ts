const longest = 300

/** Pages that one does not come back to: signing in and out themselves. */
const passages = /^(\/en)?\/(logga-in|logga-ut|api)(\/|$)/

/**
 * Where to go after signing in: a path of our own as it was asked for, or `otherwise`. Nothing leads to another site, however it is written
 * ("//x", "/\x", "/.//x", "https:x").
 */
export function ownPath(asked: string | undefined, otherwise: string): string {
  if (asked === undefined || asked.length > longest || !asked.startsWith('/')) return otherwise
  const here = 'http://here.invalid'
  if (!URL.canParse(asked, here)) return otherwise
  const { origin, pathname, search } = new URL(asked, here)
  const own = origin === here && !pathname.startsWith('//') && !passages.test(pathname)
  return own ? `${pathname}${search}` : otherwise
}
