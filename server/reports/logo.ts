import type { ReportContent } from './content.ts'

export interface Logo {
  type: 'png' | 'jpg'
  data: Buffer
  /** Of its height: 2 is twice as wide as high. */
  proportion: number
  alt: string
}

/** The organisation's logo in a form that every Office reads; a drawing or a newer format becomes dots. */
export async function logoOf({ logo }: ReportContent['letterhead']): Promise<Logo | undefined> {
  if (!logo) return undefined
  const { default: sharp } = await import('sharp')
  const bytes = Buffer.from(logo.base64, 'base64')
  const { width = 1, height = 1, format } = await sharp(bytes).metadata()
  const asItIs = format === 'png' ? 'png' : format === 'jpeg' ? 'jpg' : undefined
  const data = asItIs ? bytes : await sharp(bytes, { density: 300 }).resize({ height: 400 }).png().toBuffer()
  return { type: asItIs ?? 'png', data, proportion: width / height, alt: logo.alt }
}
