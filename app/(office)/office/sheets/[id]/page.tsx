import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { mayWriteIn } from '@/features/places/policy'
import { BoardActions } from '@/features/sheets/boards/components/board-actions'
import { BoardState } from '@/features/sheets/boards/components/board-state'
import { findBoard, historyOfBoard } from '@/features/sheets/boards/queries'
import { boardKey } from '@/features/sheets/boards/schema'
import { pageAct } from '@/server/page'
import { DescriptionList } from '@/ui/description-list'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { TextLink } from '@/ui/text-link'

export default async function BoardPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('sheets.read')
  const key = boardKey.safeParse({ boardId: (await params).id })
  const board = key.success ? await findBoard(act, key.data.boardId) : null
  if (!board) notFound()
  const t = await getTranslations('boards')
  const format = await getFormatter()
  const [history, happenings, mayHang, mayRenew] = await Promise.all([
    historyOfBoard(act, board.id),
    timelineOf(act, 'board', board.id),
    findBoard(act, board.id, 'sheets.hang'),
    mayWriteIn(act.principal, 'sheets.renew', board.communityId),
  ])
  const title = `${board.compound} ${board.building} ${board.stairwell}`
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={title}
        crumbs={[
          { label: t('title'), href: '/office/sheets' },
          { label: board.compound, href: `/office/sheets?compound=${board.compoundId}` },
          { label: title },
        ]}
        lead={<BoardState state={board.state} />}
        actions={<BoardActions board={board} mayHang={mayHang !== null} mayRenew={mayRenew} />}
      />
      <Panel>
        <DescriptionList
          emptyLabel={t('notHung')}
          items={[
            { term: t('fields.community'), value: board.community },
            { term: t('fields.zone'), value: board.zone ?? '—' },
            { term: t('fields.code'), value: <TextLink href={`/b/${board.code}`}>{board.code}</TextLink> },
            {
              term: t('fields.version'),
              value: t('versionSince', {
                version: board.version,
                day: format.dateTime(board.holdsFrom, { dateStyle: 'long', timeZone: 'UTC' }),
              }),
            },
            { term: t('fields.hungVersion'), value: board.hungVersion },
            { term: t('fields.hungAt'), value: board.hungAt && format.dateTime(board.hungAt, 'moment') },
            { term: t('fields.hungBy'), value: board.hungBy },
          ]}
        />
      </Panel>
      <Panel title={t('versions')}>
        <ul className="flex flex-col gap-1 text-sm">
          {history.versions.map(({ version, holdsFrom }) => (
            <li key={version}>
              {t('versionSince', {
                version,
                day: format.dateTime(holdsFrom, { dateStyle: 'long', timeZone: 'UTC' }),
              })}
              {history.hung
                .filter((mark) => mark.version === version)
                .map((mark) => (
                  <span key={mark.id} className="ms-3 text-ink-faint">
                    {t('hungOn', { moment: format.dateTime(mark.hungAt, 'moment'), by: mark.by })}
                  </span>
                ))}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="boards" />
      </Panel>
    </div>
  )
}
