import { z } from 'zod'
import { parsePhone } from './phone'

const hasControl = (text: string, allowed: string): boolean => {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if ((code < 32 || code === 127 || (code >= 0xd800 && code <= 0xdfff)) && !allowed.includes(character))
      return true
  }
  return false
}

/** One line of text, trimmed, 1 to `max` characters, without control characters. */
export const line = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !hasControl(text, ''), { error: 'control-character' })
    .transform((text) => text.trim())
    .pipe(z.string().min(1))

/** Text of several lines, trimmed, 1 to `max` characters. */
export const paragraph = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !hasControl(text, '\n\r\t'), { error: 'control-character' })
    .transform((text) => text.trim())
    .pipe(z.string().min(1))

export const id = () => z.uuid()

/** A calendar day that exists, 1900 to 2199. */
export const day = () =>
  z.iso.date().refine((text) => text >= '1900-01-01' && text <= '2199-12-31', { error: 'out-of-range' })

export const wholeNumber = (min: number, max: number) => z.number().int().min(min).max(max)

export const version = () => wholeNumber(1, 2_147_483_647)

/** Keyset position, as the list's own answer gave it. */
export const cursor = () =>
  z
    .string()
    .max(500)
    .regex(/^[A-Za-z0-9_-]+$/)

/** A telephone number as people write it, kept as one form of it. */
export const phone = () =>
  z
    .string()
    .max(40)
    .transform((written, context) => {
      const parsed = parsePhone(written)
      if (parsed.ok) return parsed.value
      context.addIssue({ code: 'custom', message: 'phone' })
      return z.NEVER
    })

/** A time of day as 08:30. */
export const timeOfDay = () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'time-of-day' })
