import { encode } from 'uqr'

/** A QR code as one drawing of horizontal runs in a square of `size` units, without its quiet zone. */
export function qrPath(text: string): { path: string; size: number } {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  let path = ''
  data.forEach((modules, y) => {
    for (let x = 0; x < size; ) {
      let end = x
      while (modules[end]) end++
      if (end > x) path += `M${x} ${y}h${end - x}v1h-${end - x}z`
      x = end > x ? end : x + 1
    }
  })
  return { path, size }
}
