import { getTranslations } from 'next-intl/server'
import { countsNow } from '@/features/requests/handover/queries'
import { SHIFTS } from '@/features/requests/handover/schema'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'
import { RecordForm } from '@/ui/record-form'

const PATH = '/office/handover'

export default async function NewHandoverPage() {
  const act = await pageAct('handover.write')
  const t = await getTranslations('handover')
  const counts = await countsNow(act)
  return (
    <>
      <PageHeader
        title={t('add')}
        lead={t('addLead', counts)}
        crumbs={[{ label: t('title'), href: PATH }, { label: t('add') }]}
      />
      <RecordForm
        action="/api/v1/handover-notes"
        method="POST"
        submit={t('add')}
        cancel={{ label: t('cancel'), href: PATH }}
        doneHref={PATH}
        fields={[
          {
            kind: 'select',
            name: 'shift',
            label: t('fields.shift'),
            required: true,
            options: SHIFTS.map((value) => ({ value, label: t(`shifts.${value}`) })),
            value: 'day',
          },
          {
            kind: 'paragraph',
            name: 'words',
            label: t('fields.words'),
            description: t('wordsHint'),
            required: true,
            maxLength: 2_000,
          },
        ]}
      />
    </>
  )
}
