import { fileTypeFromBuffer } from 'file-type'
import sharp, { type Sharp } from 'sharp'
import { ok, type Result, refuse } from '@/core/result'

export type CodedPhoto = { bytes: Uint8Array; width: number; height: number }
export type PhotoRefusal = 'not-a-photo' | 'photo-too-large'

/** What may come in: 15 MB and 50 megapixels are more than any phone's camera sends. */
export const MOST_PHOTO_BYTES = 15_000_000
const MOST_PIXELS = 50_000_000
/** What is kept: long side and bytes. */
const LONG_SIDES = [1600, 1280, 1024]
const QUALITIES = [80, 65, 50]
const MOST_KEPT_BYTES = 300_000

const FORMATS: Record<string, string> = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/webp': 'webp' }

/**
 * Draws a photo anew as a plain JPEG. What came is judged by its first bytes before the image library touches it (it would
 * read SVG too), and nothing but the pixels survives: no place, no device, no trailing archive or page.
 */
export async function codePhoto(given: Uint8Array): Promise<Result<CodedPhoto, PhotoRefusal>> {
  if (given.byteLength > MOST_PHOTO_BYTES) return refuse('photo-too-large')
  const type = await fileTypeFromBuffer(given).catch(() => undefined)
  const format = FORMATS[type?.mime ?? '']
  if (!format) return refuse('not-a-photo')
  const open = () => sharp(given, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true })
  try {
    const { format: seen, width, height, pages } = await sharp(given, { limitInputPixels: false }).metadata()
    if (seen !== format || (pages ?? 1) > 1) return refuse('not-a-photo')
    if (width * height > MOST_PIXELS) return refuse('photo-too-large')
    return ok(await smallEnough(open))
  } catch {
    return refuse('not-a-photo')
  }
}

async function smallEnough(open: () => Sharp): Promise<CodedPhoto> {
  let last: CodedPhoto | null = null
  for (const side of LONG_SIDES) {
    const { data, info } = await open()
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .timeout({ seconds: 15 })
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { width, height, channels } = info
    for (const quality of QUALITIES) {
      const bytes = await sharp(data, { raw: { width, height, channels } })
        .jpeg({ quality, progressive: true })
        .toBuffer()
      last = { bytes, width, height }
      if (bytes.byteLength <= MOST_KEPT_BYTES) return last
    }
  }
  if (!last || last.bytes.byteLength > MOST_KEPT_BYTES) throw new Error('a photo that does not get small')
  return last
}
