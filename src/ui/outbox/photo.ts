/** The longest side and the most bytes of a photo as it leaves the phone. */
const LONGEST_SIDE = 1_600
const MOST_BYTES = 300_000
const QUALITIES = [0.82, 0.7, 0.58, 0.45]

/** A photo made small enough for a weak network: JPEG, at most 300 kB, drawn anew, so that place and device stay behind. */
export async function scaledPhoto(file: Blob): Promise<Uint8Array> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    for (let side = LONGEST_SIDE; side >= 400; side = Math.round(side * 0.7)) {
      const canvas = drawn(picture, side)
      for (const quality of QUALITIES) {
        const blob = await encoded(canvas, quality)
        if (blob.size <= MOST_BYTES) return new Uint8Array(await blob.arrayBuffer())
      }
    }
    throw new Error('The photo does not become small enough.')
  } finally {
    picture.close()
  }
}

function drawn(picture: ImageBitmap, side: number): HTMLCanvasElement {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas
}

const encoded = (canvas: HTMLCanvasElement, quality: number): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The photo cannot be encoded.'))),
      'image/jpeg',
      quality,
    )
  })
