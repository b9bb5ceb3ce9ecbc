import type { State } from '@/features/requests/life/rules'

/** A small generator of the same numbers for the same seed (mulberry32), so that the demo is the same everywhere. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type Step = {
  kind: string
  to: State
  /** Minutes after the report. */
  minute: number
  by: 'reporter' | 'command-room' | 'worker' | 'captain' | 'system'
  words?: string
  isPublic: boolean
}

export type Story = { steps: Step[]; satisfied: boolean | null }

const step = (
  kind: string,
  to: State,
  minute: number,
  by: Step['by'],
  words?: string,
  isPublic = true,
): Step => ({ kind, to, minute, by, isPublic, ...(words ? { words } : {}) })

const between = (next: () => number, from: number, to: number) => Math.round(from + next() * (to - from))
const oneOf = <T>(next: () => number, list: readonly T[]): T => list[Math.floor(next() * list.length)] as T

const RESULTS = ['已修好，试用正常。', '已清理干净。', '已更换配件，恢复使用。', '已劝导整改，现场恢复。']
const REFUSALS = [
  '属供电公司管理，已告知报修电话 95598。',
  '内容不清，无法联系到报事人。',
  '属小区业主内部约定，不在受理范围。',
]
const RETURNS = ['手头在处理急修，请改派。', '不是我的工种。']
const PRAISE = ['来得很快，谢谢！', '师傅态度好。', '修得不错。', '']
const BLAME = ['修完两天又坏了。', '没有修到位，还在漏。']

/**
 * What became of a report that is so old: the older, the more likely it is closed. `allowed` is the time to resolve in
 * minutes; some take longer, a few are refused, returned, paused, not satisfied and opened again.
 */
export function storyOf(next: () => number, ageMinutes: number, allowed: number): Story {
  const steps: Step[] = []
  let minute = 0
  const isSlow = next() < 0.14
  const pace = (isSlow ? 1.1 + next() * 1.2 : 0.1 + next() * 0.7) * allowed
  const add = (after: number, ...rest: [string, State, Step['by'], string?, boolean?]): boolean => {
    const [kind, to, by, words, isPublic] = rest
    minute += Math.max(1, Math.round(after))
    if (minute > ageMinutes) return false
    steps.push(step(kind, to, minute, by, words, isPublic))
    return true
  }
  const done = (satisfied: boolean | null = null): Story => ({ steps, satisfied })

  if (next() < 0.03) {
    add(between(next, 5, 300), 'withdraw', 'withdrawn', 'reporter')
    return done()
  }
  if (next() < 0.04) {
    add(between(next, 10, 400), 'refuse', 'refused', 'command-room', oneOf(next, REFUSALS))
    return done()
  }
  if (!add(pace * 0.06, 'accept', 'accepted', 'command-room')) return done()
  if (!add(pace * 0.05, 'dispatch', 'dispatched', 'command-room')) return done()
  if (next() < 0.06) {
    if (!add(pace * 0.05, 'return', 'accepted', 'worker', oneOf(next, RETURNS), false)) return done()
    if (!add(pace * 0.05, 'dispatch', 'dispatched', 'command-room')) return done()
  }
  if (!add(pace * 0.08, 'take', 'in_progress', 'worker')) return done()
  if (!add(pace * 0.2, 'arrive', 'in_progress', 'worker')) return done()
  if (next() < 0.08) {
    if (!add(pace * 0.05, 'pause', 'paused', 'worker', '等配件到货。')) return done()
    if (!add(between(next, 600, 3_000), 'resume', 'in_progress', 'worker')) return done()
  }
  if (!add(pace * 0.5, 'finish', 'to_verify', 'worker', oneOf(next, RESULTS))) return done()
  if (next() < 0.05) {
    if (!add(between(next, 30, 600), 'send-back', 'in_progress', 'captain', '现场还没有清理。', false))
      return done()
    if (!add(between(next, 60, 900), 'finish', 'to_verify', 'worker', oneOf(next, RESULTS))) return done()
  }
  if (!add(between(next, 20, 900), 'pass', 'to_rate', 'captain')) return done()
  const mood = next()
  if (mood < 0.62) {
    const isRated = add(between(next, 20, 4_000), 'rate-satisfied', 'closed', 'reporter', oneOf(next, PRAISE))
    return done(isRated ? true : null)
  }
  if (mood < 0.7) {
    if (!add(between(next, 20, 3_000), 'rate-not-satisfied', 'reopen_asked', 'reporter', oneOf(next, BLAME)))
      return done()
    if (!add(between(next, 30, 900), 'grant-reopening', 'in_progress', 'command-room')) return done(false)
    if (!add(between(next, 200, 2_500), 'finish', 'to_verify', 'worker', oneOf(next, RESULTS)))
      return done(false)
    if (!add(between(next, 20, 600), 'pass', 'to_rate', 'captain')) return done(false)
    add(between(next, 20, 3_000), 'rate-satisfied', 'closed', 'reporter', '这次修好了。')
    return done(false)
  }
  add(7 * 1_440, 'stay-silent', 'closed', 'system')
  return done()
}
