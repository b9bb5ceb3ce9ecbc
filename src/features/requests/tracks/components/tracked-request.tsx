import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { dialLink } from '@/core/phone'
import { Status } from '@/ui/badge'
import type { Tracked } from '../queries'

/** Where a request stands: what, where, since when, and whom to call. */
export async function Heading({ tracked }: { tracked: Tracked }) {
  const [t, format, locale] = await Promise.all([getTranslations('track'), getFormatter(), getLocale()])
  const { category, compound, building, stairwell, state, outcome, round, waitUntil, parent } = tracked
  const phone = compound.community.officePhone
  return (
    <header className="flex flex-col gap-1.5">
      <p className="text-ink-soft">
        {[compound.name, building?.name, stairwell?.name].filter(Boolean).join(' ')}
      </p>
      <h1 className="text-2xl font-semibold">{locale === 'en' ? category.nameEn : category.name}</h1>
      <p className="text-ink-soft">
        {t('title', { number: tracked.number })} ·{' '}
        {t('reported', { moment: format.dateTime(tracked.createdAt, 'moment') })}
      </p>
      <p className="flex flex-wrap items-center gap-2 text-lg">
        <Status tone={state === 'closed' ? 'good' : 'note'}>{t(`states.${state}`)}</Status>
        {outcome && <span>{t(`outcomes.${outcome}`)}</span>}
        {round > 1 && <span>{t('round', { round })}</span>}
      </p>
      {parent && <p>{t('merged', { number: parent.number, state: t(`states.${parent.state}`) })}</p>}
      {waitUntil && state === 'to_rate' && (
        <p>{t('closesSilently', { moment: format.dateTime(waitUntil, 'moment') })}</p>
      )}
      {waitUntil && state === 'waiting' && (
        <p>{t('answerBy', { moment: format.dateTime(waitUntil, 'moment') })}</p>
      )}
      {phone && (
        <p className="flex min-h-control flex-wrap items-center gap-2">
          {t('call')}{' '}
          <a href={dialLink(phone)} className="text-lg font-semibold text-link tabular-nums">
            {phone}
          </a>
        </p>
      )}
    </header>
  )
}

type Part = { tracked: Tracked; token: string }

/** What was reported, in the reporter's own words; a follower does not read them. */
export async function Reported({ tracked, token }: Part) {
  const t = await getTranslations('track')
  if (tracked.kind === 'follower') return null
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-lg font-semibold">{t('yourWords')}</h2>
      <p className="break-words whitespace-pre-line">{tracked.words}</p>
      {tracked.place && <p className="break-words text-ink-soft">{tracked.place}</p>}
      <Photos token={token} ids={tracked.photos.map(({ id }) => id)} />
    </section>
  )
}

async function Photos({ token, ids }: { token: string; ids: readonly string[] }) {
  const t = await getTranslations('track')
  if (ids.length === 0) return null
  return (
    <ul aria-label={t('photos')} className="grid grid-cols-2 gap-2 sm:grid-cols-3">
      {ids.map((id, index) => (
        <li key={id}>
          <img
            src={`/track/${token}/photos/${id}`}
            alt={t('photo', { place: index + 1 })}
            loading="lazy"
            className="aspect-square w-full rounded-md object-cover"
          />
        </li>
      ))}
    </ul>
  )
}

type EventWord = Parameters<Awaited<ReturnType<typeof getTranslations<'track.events'>>>>[0]

/** The public steps, the first one first. */
export async function History({ tracked }: { tracked: Tracked }) {
  const [t, words, format] = await Promise.all([
    getTranslations('track'),
    getTranslations('track.events'),
    getFormatter(),
  ])
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-lg font-semibold">{t('history')}</h2>
      <ol className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface">
        {tracked.events.map(({ id, at, kind, words: said, details }) => {
          const body = (details as { body?: string } | null)?.body
          return (
            <li key={id} className="flex flex-col gap-0.5 px-4 py-2.5">
              <p className="font-semibold">
                {words.has(kind as EventWord) ? words(kind as EventWord) : kind}
              </p>
              <p className="text-sm text-ink-soft">{format.dateTime(at, 'moment')}</p>
              {body && <p>{t('handedTo', { body })}</p>}
              {said && <p className="break-words whitespace-pre-line">{said}</p>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** What the reporter said of the results. */
export async function Feedback({ tracked }: { tracked: Tracked }) {
  const t = await getTranslations('track')
  if (tracked.feedback.length === 0) return null
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-lg font-semibold">{t('feedback')}</h2>
      {tracked.feedback.map(({ round, satisfied, words, ...stars }) => (
        <div
          key={round}
          className="flex flex-col gap-0.5 rounded-lg border border-line bg-surface px-4 py-2.5"
        >
          <p className="font-semibold">
            {t('round', { round })} · {t(satisfied ? 'satisfied' : 'notSatisfied')}
          </p>
          {(['overall', 'speed', 'manner'] as const).map((name) => {
            const count = stars[name]
            return (
              count !== null && (
                <p key={name}>
                  {t(name)} {t('stars', { count })}
                </p>
              )
            )
          })}
          {words && <p className="break-words whitespace-pre-line">{words}</p>}
        </div>
      ))}
    </section>
  )
}
