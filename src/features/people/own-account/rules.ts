import { createHash } from 'node:crypto'

/** The name under which a session is shown and ended; the hash itself stays in the table. */
export const sessionName = (tokenHash: string): string =>
  createHash('sha256').update(tokenHash).digest('base64url').slice(0, 22)

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/i, '微信 WeChat'],
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/QQBrowser/i, 'QQ'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/i, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** A browser's own description, in the words that people know it by. */
export function deviceName(userAgent: string): string {
  const first = (list: typeof BROWSERS) => list.find(([pattern]) => pattern.test(userAgent))?.[1]
  return [first(BROWSERS), first(SYSTEMS)].filter(Boolean).join(' · ') || userAgent.slice(0, 40)
}
