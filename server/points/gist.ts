/** What a heading has room for. */
const room = 280

/**
 * The first sentences of what somebody wrote, as many as there is room for and at least one: the whole stands in the story. A text
 * that fits is given whole.
 */
export function gistOf(text: string, most = room): string {
  if (text.length <= most) return text
  const sentences = text.match(/.+?[.!?](?=\s|$)\s*/gsu) ?? [text]
  let gist = ''
  for (const sentence of sentences) {
    if (gist !== '' && gist.length + sentence.trimEnd().length > most) break
    gist += sentence
  }
  return gist.trimEnd()
}
