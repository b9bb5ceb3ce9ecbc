import { z } from 'zod'
import { line } from '@/core/fields'

export const searched = z.strictObject({
  q: line(60),
  /** The language of the groups’ names. */
  lang: z.enum(['zh-CN', 'en']).default('zh-CN'),
})

/** What the palette shows: groups of links. */
export const found = z.strictObject({
  groups: z.array(
    z.strictObject({
      label: z.string(),
      items: z.array(
        z.strictObject({
          id: z.string(),
          label: z.string(),
          detail: z.string().optional(),
          href: z.string(),
        }),
      ),
    }),
  ),
})
