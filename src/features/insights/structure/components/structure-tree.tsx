'use client'

import { useTranslations } from 'next-intl'
import { type LazyNode, LazyTree } from '@/ui/lazy-tree'

type Part = {
  id: string
  level: string
  name: string
  detail: string | null
  vacant: boolean
  overdue: boolean
  below: number
  grid: string | null
  area: readonly { building: string; stairwells: number; captain: string | null }[]
  figures: {
    buildings: number
    stairwells: number
    captains: number
    vacant: number
    openRequests: number | null
  } | null
}

/** The five levels from the top down, each part with its people, its area and what it reports. */
export function StructureTree({ tops }: { tops: readonly Part[] }) {
  const t = useTranslations('structure')
  const areaOf = ({ grid, area, figures }: Part): string | null => {
    if (area.length === 0) return grid
    const named = area
      .map(({ building, stairwells, captain }) =>
        captain
          ? t('areaHeld', { building, stairwells, captain })
          : t('areaVacant', { building, stairwells }),
      )
      .join(t('and'))
    const more = (figures?.buildings ?? 0) - area.length
    return [grid, more > 0 ? t('areaMore', { named, more }) : named].filter(Boolean).join(t('colon'))
  }
  const figuresIn = ({ figures, level }: Part): string | null => {
    if (!figures || level === 'centre_household') return null
    const { buildings, stairwells, captains, vacant, openRequests } = figures
    return [
      t('figures', { buildings, stairwells, captains }),
      vacant > 0 ? t('vacantBuildings', { vacant }) : null,
      openRequests === null ? null : t('openRequests', { openRequests }),
    ]
      .filter(Boolean)
      .join(' · ')
  }
  const nodeOf = (part: Part): LazyNode => {
    const { id, level, name, vacant, overdue, below } = part
    const marks = [...(vacant ? [t('vacant')] : []), ...(overdue ? [t('overdue')] : [])]
    const detail = [part.detail, figuresIn(part), areaOf(part)].filter(Boolean).join(' | ')
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
        const answer = await fetch(`/api/v1/parties/${id}/parts`)
        if (!answer.ok) throw new Error(String(answer.status))
        const { parts } = (await answer.json()) as { parts: Part[] }
        return parts.map(nodeOf)
      }}
    />
  )
}
