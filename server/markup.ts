/** What neither HTML nor XML may hold: control characters but tab and line break, and halves of pairs. */
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/gu

/** Text as it may stand between and inside tags, in HTML and XML: nothing of it is markup any longer. */
export const escapedMarkup = (text: string): string =>
  text
    .replace(unprintable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
