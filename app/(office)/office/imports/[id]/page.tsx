import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import type { Locale } from '@/core/instants'
import { ImportActions } from '@/features/imports/components/import-actions'
import { ImportCounts } from '@/features/imports/components/import-counts'
import { ImportMoves } from '@/features/imports/components/import-moves'
import {
  ImportRecords,
  ImportRejections,
  ImportSkipped,
  ImportWarnings,
} from '@/features/imports/components/import-part'
import { ImportProgress } from '@/features/imports/components/import-progress'
import { ImportResult } from '@/features/imports/components/import-result'
import { ImportSheets } from '@/features/imports/components/import-sheets'
import { PartLinks } from '@/features/imports/components/part-links'
import { STATE_TONE } from '@/features/imports/components/state-tone'
import type { Noun } from '@/features/imports/plan/records'
import { mayImport } from '@/features/imports/policy'
import { findImport } from '@/features/imports/queries'
import { rejectionPage } from '@/features/imports/rejections/queries'
import { importKey, shownPart } from '@/features/imports/schema'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { Badge } from '@/ui/badge'
import { ClientMessages } from '@/ui/client-messages'
import { ExportButton } from '@/ui/export-button'
import type { PageQuery } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<PageQuery> }

export default async function ImportPage({ params, searchParams }: Props) {
  const act = await pageAct('imports.read')
  const key = importKey.safeParse(await params)
  const found = key.success ? await findImport(act, key.data.id) : null
  if (!found) notFound()
  const t = await getTranslations('imports')
  const format = await getFormatter()
  const { part: asked, page } = filterFrom(shownPart, await searchParams)
  const { id, state, preview, runId } = found
  const runs = mayImport(act.principal)
  const when = t('importOf', { when: format.dateTime(found.createdAt, 'moment') })
  const path = `/office/imports/${id}`
  const part = asked ?? 'rejected'
  const paged = { path, part, page }
  const working = state === 'reading' || state === 'writing'
  const shows = preview && !working && state !== 'received'
  return (
    <div className="flex flex-col gap-5">
      <PageHeader
        title={when}
        crumbs={[{ label: t('title'), href: '/office/imports' }, { label: when }]}
        lead={
          <>
            <Badge tone={STATE_TONE[state]}>{t(`states.${state}`)}</Badge>
            <span>{found.starter ?? t('commandLine')}</span>
            <span className="break-all">{found.files.map(({ name }) => name).join('、')}</span>
          </>
        }
        actions={runs && <ImportActions found={found} now={act.now} />}
      />
      <ImportResult found={found} now={act.now} />
      {working && runId && (
        <ClientMessages namespaces={['imports']}>
          <ImportProgress runId={runId} mayCancel={runs} />
        </ClientMessages>
      )}
      {shows && (
        <>
          <ImportSheets importId={id} files={preview.files} mayMap={runs && state === 'mapped'} />
          <ImportCounts
            path={path}
            preview={preview}
            title={t(state === 'mapped' ? 'preview.title' : 'preview.doneTitle')}
          />
          <ImportMoves preview={preview} />
        </>
      )}
      {!working && state !== 'received' && (
        <>
          <PartLinks path={path} part={part} preview={preview} rejected={found._count.rejections} />
          {part === 'rejected' && (
            <ImportRejections
              {...paged}
              rows={await rejectionPage(act, id, page, (await getLocale()) as Locale)}
              total={found._count.rejections}
              download={
                runs &&
                found._count.rejections > 0 && (
                  <ExportButton
                    label={t('rejected.download')}
                    failed={t('rejected.failed')}
                    action={`/api/v1/imports/${id}/rejections/export`}
                    body={{}}
                  />
                )
              }
            />
          )}
          {preview && part === 'warnings' && <ImportWarnings {...paged} preview={preview} />}
          {preview && part === 'skipped' && <ImportSkipped {...paged} preview={preview} />}
          {preview && part in preview.counts && (
            <ImportRecords {...paged} noun={part as Noun} preview={preview} />
          )}
        </>
      )}
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={await timelineOf(act, 'import', id)} namespace="imports" />
      </Panel>
    </div>
  )
}
