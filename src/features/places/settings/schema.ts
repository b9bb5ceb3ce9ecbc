import { z } from 'zod'
import { line, version } from '@/core/fields'

/** A host name as a browser asks for it: labels of letters, digits and hyphens, without port or path. */
const hostName = () =>
  z
    .string()
    .max(253)
    .transform((text) => text.trim().toLowerCase())
    .pipe(z.string().regex(/^(?!-)[a-z0-9-]{1,63}(?:\.(?!-)[a-z0-9-]{1,63})*$/))

export const settingsChanges = z.strictObject({
  name: line(40),
  hostName: hostName().nullable(),
  secondFactor: z.enum(['optional', 'required']),
  version: version(),
})
export type SettingsChanges = z.output<typeof settingsChanges>
