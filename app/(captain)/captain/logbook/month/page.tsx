import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { dayOf } from '@/core/instants'
import { ownMonth } from '@/features/logbook/own-book/queries'
import { monthAsked } from '@/features/logbook/own-book/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { LinkButton } from '@/ui/link-button'
import type { PageQuery } from '@/ui/page-address'
import { PageTitle } from '@/ui/page-title'
import { PrintButton } from '@/ui/print-button'

/** A month of the logbook in the form of the paper book, for printing and signing. */
export default async function LogbookMonthPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct()
  const month = filterFrom(monthAsked, await searchParams).month ?? dayOf(act.now).slice(0, 7)
  const [entries, t, format, locale] = await Promise.all([
    ownMonth(act, month),
    getTranslations('logbook'),
    getFormatter(),
    getLocale(),
  ])
  const title = t('month.title', {
    name: act.principal.name,
    month: format.dateTime(new Date(`${month}-01T00:00:00Z`), {
      year: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    }),
  })
  const counts = new Map<string, number>()
  for (const { kind } of entries) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const total = [...counts].map(([kind, count]) => `${t(`kinds.${kind as 'hygiene'}`)} ${count}`).join('、')
  return (
    <div className="flex flex-col gap-4">
      <PageTitle>{title}</PageTitle>
      <h1 className="text-2xl font-semibold">{title}</h1>
      <p className="flex flex-wrap gap-2 print:hidden">
        <PrintButton label={t('month.print')} />
        <LinkButton href="/captain/logbook">{t('month.back')}</LinkButton>
      </p>
      {entries.length === 0 ? (
        <p className="text-base">{t('month.empty')}</p>
      ) : (
        <>
          <ol className="flex flex-col divide-y divide-line border-y border-line print:text-sm">
            {entries.map((entry) => (
              <li key={entry.id} className="flex flex-col gap-0.5 py-2 break-inside-avoid">
                <p className="font-medium">
                  {format.dateTime(entry.happenedAt, 'moment')} · {t(`kinds.${entry.kind}`)}
                  {entry.mark && ` · ${t(`marks.${entry.mark}`)}`}
                </p>
                <p className="text-ink-soft">
                  {entry.building.compound.name} {entry.building.name}
                  {entry.household && ` ${entry.household.stairwell.name} ${entry.household.room}`}
                </p>
                {entry.points.map(({ mark, checkpoint, request }) => (
                  <p key={checkpoint.name}>
                    {locale === 'en' ? checkpoint.nameEn : checkpoint.name}：{t(`marks.${mark}`)}
                    {request && `（${t('phone.requests', { numbers: request.number })}）`}
                  </p>
                ))}
                {entry.words && <p className="whitespace-pre-line">{entry.words}</p>}
              </li>
            ))}
          </ol>
          <p>{t('month.total', { text: total })}</p>
          <p className="text-sm text-ink-soft">{t('month.asideNote')}</p>
          <p className="hidden justify-between pt-10 print:flex">
            <span>{t('month.sign')}：____________</span>
            <span>{t('month.check')}：____________</span>
          </p>
        </>
      )}
    </div>
  )
}
