import type { z } from 'zod'

/** A list's filter from the page's address; a part that cannot be right is left out, so that an old link still shows something. */
export function filterFrom<S extends z.ZodObject>(
  schema: S,
  query: Readonly<Record<string, unknown>>,
): z.output<S> {
  const parsed = schema.safeParse(query)
  if (parsed.success) return parsed.data
  const wrong = new Set(
    parsed.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])],
    ),
  )
  return schema.parse(Object.fromEntries(Object.entries(query).filter(([name]) => !wrong.has(name))))
}
