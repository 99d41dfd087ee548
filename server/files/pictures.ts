import { longestSide, type ContentReason } from '#domain/file.ts'

/** A picture made anew: only its pixels are left, turned as they should be seen. */
export interface Picture {
  bytes: Buffer
  type: 'image/webp'
  width: number
  height: number
}

/** What the largest phones take; more is refused before a pixel is unpacked. */
const mostPixels = 64_000_000

let loading: Promise<typeof import('sharp').default> | undefined

/** Loaded by the first picture: it takes a fifth of a second and 20 MB that most days need not. */
function loaded() {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false)
    sharp.concurrency(1)
    return sharp
  })
  return loading
}

/**
 * Makes a picture anew (A09): turned by its EXIF, at most 1600 pixels, as WebP, and without anything that was not its pixels – EXIF, the place
 * it was taken, its maker's notes, a file hidden behind it. Of several frames the first is kept.
 */
export async function makeAnew(bytes: Buffer): Promise<Picture | ContentReason> {
  const sharp = await loaded()
  const input = () => sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false, pages: 1 }).metadata()
    if (width * height > mostPixels) return 'file-too-many-pixels'
    const { data, info } = await input()
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, type: 'image/webp', width: info.width, height: info.height }
  } catch (error) {
    return /pixel limit/.test(String(error)) ? 'file-too-many-pixels' : 'file-broken'
  }
}
