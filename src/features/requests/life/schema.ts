import { z } from 'zod'
import { id, line, paragraph, version } from '@/core/fields'
import { phoneClock } from '@/core/phone-clock'

/** Where a request stands. */
export const STATES = [
  'submitted',
  'accepted',
  'dispatched',
  'in_progress',
  'paused',
  'waiting',
  'handed_over',
  'to_verify',
  'to_rate',
  'reopen_asked',
  'closed',
  'refused',
  'withdrawn',
  'merged',
] as const

const reason = paragraph(1_000)
const remark = paragraph(1_000).optional()
const photoIds = z.array(id()).max(6).default([])

const move = <Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  z.strictObject({
    version: version(),
    ...shape,
    /** Set by a phone that made the step without a network and sends it later. */
    made: phoneClock().optional(),
    move: z.literal(name),
  })

export const OUTCOMES = ['solved', 'not_solvable', 'not_ours', 'handed_over'] as const

/** A step that staff make, with what it asks for. */
export const staffMove = z.discriminatedUnion('move', [
  move('accept', { words: remark }),
  move('refuse', { words: reason }),
  move('merge', { parentId: id(), words: remark }),
  move('split', { words: reason }),
  move('dispatch', { workerId: id(), words: remark }),
  move('reassign', { workerId: id(), words: reason }),
  move('take', { words: remark }),
  move('return', { words: reason }),
  move('arrive', { words: remark }),
  move('pause', { words: reason, until: z.iso.datetime({ offset: true }) }),
  move('resume', { words: remark }),
  move('ask', { words: reason }),
  move('stop-waiting', { words: remark }),
  move('hand-over', { words: reason, body: line(100) }),
  move('take-back', { words: reason }),
  move('outside-result', { words: reason, outcome: z.enum(OUTCOMES), photoIds }),
  move('finish', {
    words: reason,
    outcome: z.enum(OUTCOMES),
    photoIds: z.array(id()).min(1, { error: 'photo-required' }).max(6),
  }),
  move('pass', { words: remark, photoIds }),
  move('send-back', { words: reason, photoIds }),
  move('grant-reopening', { words: remark }),
  move('refuse-reopening', { words: reason }),
  move('reopen', { words: reason }),
])
export type StaffMove = z.output<typeof staffMove>

const stars = z.number().int().min(1).max(5).optional()

/** A step of who reported it. */
export const reporterMove = z.discriminatedUnion('move', [
  z.strictObject({ move: z.literal('withdraw'), words: remark }),
  z.strictObject({ move: z.literal('look-again'), words: reason }),
  z.strictObject({ move: z.literal('answer'), words: reason, photoIds }),
  z.strictObject({
    move: z.literal('rate-satisfied'),
    words: remark,
    overall: stars,
    speed: stars,
    manner: stars,
  }),
  z.strictObject({
    move: z.literal('rate-not-satisfied'),
    words: reason,
    overall: stars,
    speed: stars,
    manner: stars,
  }),
  z.strictObject({ move: z.literal('ask-reopening'), words: reason }),
])
export type ReporterMove = z.output<typeof reporterMove>

export const requestKey = z.strictObject({ id: id() })
export const contactReason = z.strictObject({ reason: line(200) })
export const parentSearch = z.strictObject({ q: line(60) })
