import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { env } from '@/env'
import { UploadFiles } from '@/features/imports/components/upload-files'
import { mayImport } from '@/features/imports/policy'
import { LIMITS } from '@/features/imports/reading/limits'
import { MOST_FILES } from '@/features/imports/receiving/rules'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function NewImportPage() {
  const act = await pageAct('imports.run')
  if (!mayImport(act.principal)) notFound()
  const t = await getTranslations('imports')
  const totalBytes = env().MAX_UPLOAD_BYTES
  return (
    <>
      <PageHeader
        title={t('new')}
        crumbs={[{ label: t('title'), href: '/office/imports' }, { label: t('new') }]}
        lead={t('newLead')}
      />
      <ClientMessages namespaces={['imports']}>
        <UploadFiles
          limits={{
            fileBytes: Math.min(LIMITS.fileBytes, totalBytes),
            totalBytes,
            files: MOST_FILES,
            rows: LIMITS.rows,
          }}
        />
      </ClientMessages>
    </>
  )
}
