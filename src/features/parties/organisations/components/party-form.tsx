import { useTranslations } from 'next-intl'
import { type RecordField, RecordForm } from '@/ui/record-form'
import type { Option } from '@/ui/select'

type Values = {
  id: string
  version: number
  name: string
  electedOn: string | null
  termEndsOn: string | null
  communityId: string | null
  gridId: string | null
  leader: { name: string; maskedPhone: string | null } | null
}

export type PartyFormProps = {
  level: string
  party?: Values
  parent?: { id: string; name: string }
  communities: readonly Option[]
  grids: readonly Option[]
}

/** Adds an organisation of the level, or changes the one that is given; its place decides its community. */
export function PartyForm({ level, party, parent, communities, grids }: PartyFormProps) {
  const t = useTranslations('parties')
  const isTop = level === 'community_committee'
  const hasGrid = level === 'grid_branch'
  const back = party ?? parent
  const place: RecordField[] = isTop
    ? [
        {
          kind: 'select',
          name: 'communityId',
          label: t('fields.community'),
          required: true,
          options: communities,
          value: party?.communityId ?? null,
        },
      ]
    : [
        {
          kind: 'search',
          name: 'parentId',
          label: t('fields.parent'),
          required: true,
          searchUrl: `/api/v1/parties/parents/${level}`,
          ...(parent ? { chosen: { value: parent.id, label: parent.name } } : {}),
        },
      ]
  return (
    <RecordForm
      action={party ? `/api/v1/parties/${party.id}` : '/api/v1/parties'}
      method={party ? 'PATCH' : 'POST'}
      also={{
        ...(party ? { version: party.version } : { level }),
        ...(isTop ? { parentId: null } : { communityId: null }),
        ...(hasGrid ? {} : { gridId: null }),
      }}
      submit={t('save')}
      cancel={{ label: t('cancel'), href: back ? `/office/parties/${back.id}` : '/office/parties' }}
      doneHref="/office/parties/{id}"
      fields={[
        {
          kind: 'text',
          name: 'name',
          label: t('fields.name'),
          required: true,
          value: party?.name ?? '',
          maxLength: 60,
        },
        ...place,
        ...(hasGrid
          ? [
              {
                kind: 'select' as const,
                name: 'gridId',
                label: t('fields.grid'),
                options: [{ value: '', label: t('noGrid') }, ...grids],
                value: party?.gridId ?? null,
              },
            ]
          : []),
        {
          kind: 'text',
          name: 'leaderName',
          label: t('fields.leader'),
          description: t('leaderHint'),
          value: party?.leader?.name ?? '',
          maxLength: 40,
        },
        {
          kind: 'phone',
          name: 'leaderPhone',
          label: t('fields.leaderPhone'),
          ...(party ? { keepsWhenEmpty: true } : {}),
          ...(party?.leader?.maskedPhone
            ? { description: `${party.leader.maskedPhone} · ${t('phoneKept')}` }
            : {}),
        },
        { kind: 'date', name: 'electedOn', label: t('fields.electedOn'), value: party?.electedOn ?? '' },
        { kind: 'date', name: 'termEndsOn', label: t('fields.termEndsOn'), value: party?.termEndsOn ?? '' },
      ]}
    />
  )
}
