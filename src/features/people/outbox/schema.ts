import { z } from 'zod'
import { cursor, id, line } from '@/core/fields'

export const MESSAGE_STATES = ['queued', 'sent', 'failed', 'dead'] as const
export const MESSAGE_CHANNELS = ['sms', 'email', 'wechat'] as const

export const messageFilter = z.strictObject({
  q: line(60).optional(),
  state: z.enum(MESSAGE_STATES).optional(),
  channel: z.enum(MESSAGE_CHANNELS).optional(),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type MessageFilter = z.output<typeof messageFilter>

export const messageKey = z.strictObject({ id: id() })
