'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Form } from '@/ui/form'
import { LinkButton } from '@/ui/link-button'
import { NumberField } from '@/ui/number-field'
import { SearchSeveral } from '@/ui/search-several'
import { type Option, Select } from '@/ui/select'
import { TextArea } from '@/ui/text-area'
import { TextField } from '@/ui/text-field'
import { MENU_CATEGORIES, PRICE_UNITS } from '../../schema'
import { FEES, REACHES, RESPONSE_UNITS } from '../schema'

export type ItemFields = {
  id: string
  version: number
  category: string
  name: string
  nameEn: string | null
  words: string | null
  wordsEn: string | null
  stars: number
  standards: readonly string[]
  standardsEn: readonly string[]
  fee: string
  priceFen: number | null
  priceUnit: string | null
  reach: string
  frequency: string | null
  frequencyEn: string | null
  responseAmount: number
  responseUnit: string
  requestCategoryId: string
  resourceId: string | null
  position: number
}

type Props = {
  menuId: string
  item?: ItemFields
  position: number
  categories: readonly Option[]
  resources: readonly Option[]
  demands: readonly Option[]
}

const NONE = 'none'

/** An item of a menu's draft, in both languages, with its price, its standard and the demands that it answers. */
export function ItemForm({ menuId, item, position, categories, resources, demands }: Props) {
  const t = useTranslations('menus')
  const router = useRouter()
  const [fee, setFee] = useState(item?.fee ?? 'free')
  const href = item ? `/office/menu-items/${item.id}` : `/office/menus/${menuId}`
  const options = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${group}.${value}` as 'fees.free') }))
  return (
    <Form
      action={item ? `/api/v1/menu-items/${item.id}` : `/api/v1/menus/${menuId}/items`}
      method={item ? 'PATCH' : 'POST'}
      submit={item ? t('save') : t('addItem')}
      body={(values) => ({ ...sent(values), ...(item ? { version: item.version } : {}) })}
      onDone={() => {
        router.push(`/office/menus/${menuId}` as Route)
        router.refresh()
      }}
      more={<LinkButton href={href}>{t('cancel')}</LinkButton>}
    >
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <TextField
          name="name"
          label={t('fields.name')}
          defaultValue={item?.name ?? ''}
          maxLength={40}
          isRequired
        />
        <TextField
          name="nameEn"
          label={t('fields.nameEn')}
          defaultValue={item?.nameEn ?? ''}
          maxLength={80}
        />
        <Select
          name="category"
          label={t('fields.category')}
          options={options('categories', MENU_CATEGORIES)}
          defaultValue={item?.category ?? 'general'}
          isRequired
        />
        <Select
          name="reach"
          label={t('fields.reach')}
          description={t('reachHint')}
          options={options('reaches', REACHES)}
          defaultValue={item?.reach ?? 'on_demand'}
          isRequired
        />
        <Select
          name="fee"
          label={t('fields.fee')}
          options={options('fees', FEES)}
          defaultValue={fee}
          onChange={setFee}
          isRequired
        />
        {fee === 'paid' && (
          <>
            <NumberField
              name="price"
              label={t('fields.priceFen')}
              minValue={0.01}
              formatOptions={{ maximumFractionDigits: 2 }}
              isRequired
              {...(item?.priceFen ? { defaultValue: item.priceFen / 100 } : {})}
            />
            <Select
              name="priceUnit"
              label={t('fields.priceUnit')}
              options={options('priceUnits', PRICE_UNITS)}
              defaultValue={item?.priceUnit ?? 'visit'}
              isRequired
            />
          </>
        )}
        <NumberField
          name="responseAmount"
          label={t('fields.responseAmount')}
          description={t('responseHint')}
          minValue={1}
          maxValue={999}
          defaultValue={item?.responseAmount ?? 3}
          isRequired
        />
        <Select
          name="responseUnit"
          label={t('fields.responseUnit')}
          options={options('responseUnits', RESPONSE_UNITS)}
          defaultValue={item?.responseUnit ?? 'workdays'}
          isRequired
        />
        <TextField
          name="frequency"
          label={t('fields.frequency')}
          description={t('frequencyHint')}
          defaultValue={item?.frequency ?? ''}
          maxLength={60}
        />
        <TextField
          name="frequencyEn"
          label={t('fields.frequencyEn')}
          defaultValue={item?.frequencyEn ?? ''}
          maxLength={120}
        />
        <Select
          name="resourceId"
          label={t('fields.resourceId')}
          description={t('resourceHint')}
          options={[{ value: NONE, label: t('none') }, ...resources]}
          defaultValue={item?.resourceId ?? NONE}
        />
        <Select
          name="requestCategoryId"
          label={t('fields.requestCategoryId')}
          description={t('requestCategoryHint')}
          options={categories}
          {...(item ? { defaultValue: item.requestCategoryId } : {})}
          isRequired
        />
        <NumberField
          name="stars"
          label={t('fields.stars')}
          minValue={1}
          maxValue={5}
          defaultValue={item?.stars ?? 3}
          isRequired
        />
        <NumberField
          name="position"
          label={t('fields.position')}
          description={t('positionHint')}
          minValue={0}
          maxValue={999}
          defaultValue={item?.position ?? position}
          isRequired
        />
      </div>
      <TextArea name="words" label={t('fields.words')} defaultValue={item?.words ?? ''} maxLength={500} />
      <TextArea
        name="wordsEn"
        label={t('fields.wordsEn')}
        defaultValue={item?.wordsEn ?? ''}
        maxLength={1000}
      />
      <TextArea
        name="standards"
        label={t('fields.standards')}
        description={t('standardsHint')}
        defaultValue={(item?.standards ?? []).join('\n')}
      />
      <TextArea
        name="standardsEn"
        label={t('fields.standardsEn')}
        description={t('standardsEnHint')}
        defaultValue={(item?.standardsEn ?? []).join('\n')}
      />
      <SearchSeveral
        name="demandIds"
        label={t('fields.demandIds')}
        description={t('demandsHint')}
        searchLabel={t('findDemand')}
        searchUrl="/api/v1/menus/demands"
        chosen={demands}
      />
    </Form>
  )
}

function sent(values: FormData) {
  const text = (name: string) => String(values.get(name) ?? '').trim() || null
  const number = (name: string) => {
    const written = text(name)
    return written === null ? undefined : Number(written)
  }
  const lines = (name: string) =>
    (text(name) ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
  const fee = text('fee')
  const price = number('price')
  const resource = text('resourceId')
  return {
    category: text('category') ?? undefined,
    name: text('name') ?? undefined,
    nameEn: text('nameEn'),
    words: text('words'),
    wordsEn: text('wordsEn'),
    stars: number('stars'),
    standards: lines('standards'),
    standardsEn: lines('standardsEn'),
    fee: fee ?? undefined,
    priceFen: fee === 'paid' && price !== undefined ? Math.round(price * 100) : null,
    priceUnit: fee === 'paid' ? text('priceUnit') : null,
    reach: text('reach') ?? undefined,
    frequency: text('frequency'),
    frequencyEn: text('frequencyEn'),
    responseAmount: number('responseAmount'),
    responseUnit: text('responseUnit') ?? undefined,
    requestCategoryId: text('requestCategoryId') ?? undefined,
    resourceId: resource === NONE ? null : resource,
    position: number('position'),
    demandIds: values.getAll('demandIds'),
  }
}
