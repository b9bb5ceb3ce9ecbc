import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { fieldsOf, neededFieldsOf } from '@/features/imports/choosing/queries'
import { SheetMapping } from '@/features/imports/components/sheet-mapping'
import { mayImport } from '@/features/imports/policy'
import { findImport } from '@/features/imports/queries'
import { KINDS, sheetPlace } from '@/features/imports/schema'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

type Props = { params: Promise<{ id: string; place: string }> }

export default async function SheetPage({ params }: Props) {
  const act = await pageAct('imports.run')
  const key = sheetPlace.safeParse(await params)
  const found = key.success ? await findImport(act, key.data.id) : null
  if (!key.success || found?.state !== 'mapped' || !found.preview || !mayImport(act.principal)) notFound()
  const sheets = found.preview.files.flatMap(({ file, sheets }) =>
    sheets.map((sheet) => ({ file, ...sheet })),
  )
  const sheet = sheets[key.data.place]
  const table = sheet?.tables[0]
  if (!sheet || !table) notFound()
  const t = await getTranslations('imports')
  const kinds = KINDS.map((kind) => ({
    value: kind,
    label: t(`kinds.${kind}`),
    fields: fieldsOf(kind).map((field) => ({ value: field, label: t(`fields.${field}`) })),
    needed: neededFieldsOf(kind),
  }))
  return (
    <>
      <PageHeader
        title={t('mapping.title')}
        crumbs={[
          { label: t('title'), href: '/office/imports' },
          { label: t('new'), href: `/office/imports/${found.id}` },
          { label: t('mapping.title') },
        ]}
        lead={t('mapping.lead', { file: sheet.file, sheet: sheet.sheet })}
      />
      <ClientMessages namespaces={['imports']}>
        <SheetMapping
          importId={found.id}
          version={found.version}
          file={sheet.file}
          sheet={sheet.sheet}
          kind={table.kind}
          columns={table.columns}
          kinds={kinds}
        />
      </ClientMessages>
    </>
  )
}
