const plainSegment = /^(?:[a-z]+(?:-[a-z]+)*(?:\.[a-z]+)?|v\d)$/
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const LONGEST_WORD = 24

const hasControlCharacter = (text) => [...text].some((letter) => letter < ' ' || letter === '\x7f')

/** Whether a request's path can be read: whole percent encoding, UTF-8, no control characters. */
export function isReadablePath(url) {
  const path = url.split('?', 1)[0] ?? ''
  if (!path.startsWith('/')) return false
  try {
    return !hasControlCharacter(decodeURIComponent(path))
  } catch {
    return false
  }
}

/** Whether a path is an opinion box's: the form behind the sheet, or the typing in of a slip. */
export const isOpinionBox = (url) => /^\/(?:b\/[^/?]+\/opinion|api\/v1\/opinion-slips)\/?(?:\?|$)/.test(url)

/** The path as the log may keep it: words stay, ids, codes, names and all else are replaced, queries dropped. */
export function loggedRoute(url) {
  const segments = (url.split('?', 1)[0] ?? '').split('/').slice(1)
  if (segments[0] === '_next') return `/_next/${segments[1] === 'static' ? 'static' : ':path'}`
  const logged = segments.map((segment, index) => {
    if (segments[index - 1] === 'b' && index === 1) return ':code'
    if (uuid.test(segment)) return ':id'
    return segment === '' || (plainSegment.test(segment) && segment.length <= LONGEST_WORD)
      ? segment
      : ':value'
  })
  return `/${logged.slice(0, 12).join('/')}`
}
