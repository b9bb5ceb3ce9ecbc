'use client'

import { useTranslations } from 'next-intl'
import { type LazyNode, LazyTree } from '@/ui/lazy-tree'

type Branch = {
  id: string
  level: string
  name: string
  detail: string | null
  vacant: boolean
  overdue: boolean
  below: number
}

/** The organisation from the top down; vacancies and overdue elections are marked where they are. */
export function PartyTree({ tops }: { tops: readonly Branch[] }) {
  const t = useTranslations('parties')
  const nodeOf = ({ id, level, name, detail, vacant, overdue, below }: Branch): LazyNode => {
    const marks = [...(vacant ? [t('vacant')] : []), ...(overdue ? [t('overdue')] : [])]
    return {
      id,
      label: name,
      opens: below > 0,
      ...(detail ? { detail } : {}),
      ...(level === 'centre_household' ? {} : { href: `/office/parties/${id}` }),
      ...(marks.length > 0
        ? { mark: { label: marks.join(' · '), tone: vacant ? ('bad' as const) : ('warn' as const) } }
        : {}),
    }
  }
  return (
    <LazyTree
      label={t('tree')}
      tops={tops.map(nodeOf)}
      load={async (id) => {
        const answer = await fetch(`/api/v1/parties/${id}/branches`)
        if (!answer.ok) throw new Error(String(answer.status))
        const { branches } = (await answer.json()) as { branches: Branch[] }
        return branches.map(nodeOf)
      }}
    />
  )
}
