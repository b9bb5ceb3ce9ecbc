'use client'

import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'
import { DANGERS } from '../schema'

type Kept = {
  id: string
  version: number
  name: string
  nameEn: string
  group: string
  groupEn: string
  hint: string | null
  hintEn: string | null
  danger: string | null
  skill: string | null
  position: number
}

const LIST = '/office/request-categories'
const NONE = 'none'

/** A kind of problem as residents read it, and which post deals with it. */
export function CategoryForm({ category, posts }: { category?: Kept; posts: readonly string[] }) {
  const t = useTranslations('request-categories')
  const text = (name: 'name' | 'nameEn' | 'group' | 'groupEn', maxLength: number) => ({
    kind: 'text' as const,
    name,
    label: t(`fields.${name}`),
    required: true,
    value: category?.[name] ?? '',
    maxLength,
  })
  const skills = [...new Set([...posts, ...(category?.skill ? [category.skill] : [])])]
  return (
    <RecordForm
      action={category ? `/api/v1/request-categories/${category.id}` : '/api/v1/request-categories'}
      method={category ? 'PATCH' : 'POST'}
      {...(category ? { also: { version: category.version } } : {})}
      submit={category ? t('save') : t('add')}
      cancel={{ label: t('cancel'), href: category ? `${LIST}/${category.id}` : LIST }}
      doneHref={`${LIST}/{id}`}
      fields={[
        text('name', 30),
        text('nameEn', 60),
        text('group', 20),
        text('groupEn', 40),
        ...(category
          ? []
          : [
              {
                kind: 'text' as const,
                name: 'code',
                label: t('fields.code'),
                description: t('codeHint'),
                required: true,
                maxLength: 40,
              },
            ]),
        {
          kind: 'optional-select',
          name: 'danger',
          label: t('fields.danger'),
          description: t('dangerHint'),
          none: { value: NONE, label: t('noDanger') },
          options: DANGERS.map((value) => ({ value, label: value })),
          value: category?.danger ?? NONE,
        },
        {
          kind: 'optional-select',
          name: 'skill',
          label: t('fields.skill'),
          none: { value: NONE, label: t('noSkill') },
          options: skills.map((value) => ({ value, label: value })),
          value: category?.skill ?? NONE,
        },
        {
          kind: 'number',
          name: 'position',
          label: t('fields.position'),
          description: t('positionHint'),
          required: true,
          min: 0,
          max: 999,
          value: category?.position ?? 100,
        },
        { kind: 'text', name: 'hint', label: t('fields.hint'), value: category?.hint, maxLength: 100 },
        { kind: 'text', name: 'hintEn', label: t('fields.hintEn'), value: category?.hintEn, maxLength: 200 },
      ]}
    />
  )
}
