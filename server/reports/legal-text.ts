/** Text that XML 1.0 can hold: a file with a control character in it, or with half of an emoji, does not open in Word at all. */
export function legalText(text: string): string {
  let legal = ''
  for (const character of text.toWellFormed()) if (isLegal(character.codePointAt(0)!)) legal += character
  return legal.length === text.length ? text : legal
}

/** The same content with every text in it made legal, however deep it lies. */
export function withLegalText<Content>(content: Content): Content {
  if (typeof content === 'string') return legalText(content) as Content
  if (Array.isArray(content)) return content.map(withLegalText) as Content
  if (content === null || typeof content !== 'object') return content
  return Object.fromEntries(
    Object.entries(content).map(([name, value]) => [name, withLegalText<unknown>(value)]),
  ) as Content
}

/** XML 1.0, section 2.2; U+FFFD stands for what was no character, and says nothing. */
const isLegal = (code: number) =>
  code === 0x9 ||
  code === 0xa ||
  code === 0xd ||
  (code >= 0x20 && code <= 0x7e) ||
  (code >= 0xa0 && code <= 0xd7ff) ||
  (code >= 0xe000 && code < 0xfffd) ||
  code >= 0x10000

/** A text inside XML that is written by hand. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
