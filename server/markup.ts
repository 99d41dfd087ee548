/** What neither HTML nor XML may hold: control characters but tab and line break, and halves of pairs. */
const unprintable = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/gu

/** Text as it may stand between and inside tags, in HTML and XML: nothing of it is markup any longer. */
export const escapedMarkup = (text: string): string =>
  text
    .replace(unprintable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
