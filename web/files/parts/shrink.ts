import { longestSide } from '#domain/file.ts'

/** What is sent of a file somebody chose, and a small picture of it to describe. */
type Chosen = { bytes: Blob; name: string; preview?: string }

const previewSide = 320

/**
 * A picture made small before it is sent: a phone's photo is ten times as large as any page shows it, and the place it was taken stays on the
 * phone. What this browser can not read – and every document – is sent as it is.
 */
export async function madeSmall(file: File): Promise<Chosen> {
  const asItIs = { bytes: file, name: file.name }
  if (!file.type.startsWith('image/')) return asItIs
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const preview = drawn(bitmap, previewSide).toDataURL('image/jpeg', 0.7)
    const small = await encoded(drawn(bitmap, longestSide))
    bitmap.close()
    return small ? { ...small, name: renamed(file.name, small.bytes.type), preview } : { ...asItIs, preview }
  } catch {
    return asItIs
  }
}

function drawn(bitmap: ImageBitmap, side: number): HTMLCanvasElement {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** WebP, or JPEG where the browser writes no WebP and says so only by its answer. */
async function encoded(canvas: HTMLCanvasElement): Promise<{ bytes: Blob } | undefined> {
  for (const type of ['image/webp', 'image/jpeg']) {
    const bytes = await new Promise<Blob | null>((got) => canvas.toBlob(got, type, 0.82))
    if (bytes?.type === type) return { bytes }
  }
  return undefined
}

const renamed = (name: string, type: string): string =>
  `${name.replace(/\.[A-Za-z0-9]{1,5}$/, '')}.${type === 'image/webp' ? 'webp' : 'jpg'}`
