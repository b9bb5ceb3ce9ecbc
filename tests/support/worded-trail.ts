import { kindNamespace } from '@/features/people/audit/rules'
import { db } from '@/server/db'
import { LOCALES } from '@/server/locale'
import { loadMessages } from '@/server/messages'

type Words = { fields?: Record<string, unknown> }
type Kept = { kind: string | null; field: string | null }

/** What the trail keeps but has no words for, in any language: the kind of a subject, or one of its fields. */
export async function wordlessInTrail(): Promise<string[]> {
  const kept = await db().$queryRaw<Kept[]>`
    SELECT DISTINCT subject_kind AS kind, field FROM audit_entry
    LEFT JOIN LATERAL jsonb_object_keys(changes) AS field ON true`
  const missing: string[] = []
  for (const locale of LOCALES) {
    const words = (await loadMessages(locale)) as unknown as Record<string, Words> & {
      audit: { kinds: Record<string, string> }
    }
    for (const { kind, field } of kept) {
      if (kind && !words.audit.kinds[kind]) missing.push(`${locale} ${kind}`)
      const named = { ...words.timeline?.fields, ...words[kindNamespace(kind)]?.fields }
      if (field && !(field in named)) missing.push(`${locale} ${kind}.${field}`)
    }
  }
  return [...new Set(missing)]
}
