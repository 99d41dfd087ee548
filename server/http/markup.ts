import { Type, type Static } from 'typebox'
import { encode } from 'uqr'

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

/** A drawn code: how many units it is wide and high, and its dark squares as one path. */
export const QrCode = Type.Object({ size: Type.Integer(), path: Type.String() })
export type QrCode = Static<typeof QrCode>

/** An address as a QR code, one unit a square, with the quiet edge that readers want. */
export function qrOf(address: string): QrCode {
  const { size, data } = encode(address, { border: 2 })
  const path = data.flatMap((line, y) => line.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return { size, path }
}
