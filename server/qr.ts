import { encode } from 'uqr'
import { Type, type Static } from 'typebox'

/** A drawn code: how many units it is wide and high, and its dark squares as one path. */
export const QrCode = Type.Object({ size: Type.Integer(), path: Type.String() })
export type QrCode = Static<typeof QrCode>

/** An address as a QR code, one unit a square, with the quiet edge that readers want. */
export function qrOf(address: string): QrCode {
  const { size, data } = encode(address, { border: 2 })
  const path = data.flatMap((line, y) => line.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return { size, path }
}
