import { z } from 'zod'
import { line } from '@/core/fields'

export const ownName = z.strictObject({ name: line(40) })

/** The wording of the consent to messages about one's own affairs. */
export const MESSAGES_TEXT = 'messages-2026-11'
