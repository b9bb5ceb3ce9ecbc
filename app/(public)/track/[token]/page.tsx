import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MoveForm } from '@/features/requests/tracks/components/move-form'
import { Feedback, Heading, History, Reported } from '@/features/requests/tracks/components/tracked-request'
import { findTracked } from '@/features/requests/tracks/queries'
import { trackToken } from '@/features/requests/tracks/schema'
import { db } from '@/server/db'
import { Alert } from '@/ui/alert'
import type { PageQuery } from '@/ui/page-address'
import { PageTitle } from '@/ui/page-title'
import { TextLink } from '@/ui/text-link'
import { TrackedOrder } from '../../../_orders/tracked-order'

/** The address is a secret: no page that is led to from here learns it, and no search engine keeps it. */
export const metadata: Metadata = { referrer: 'no-referrer', robots: { index: false, follow: false } }

type Props = { params: Promise<{ token: string }>; searchParams: Promise<PageQuery> }

const PROBLEMS = [
  'invalid',
  'forbidden',
  'move-not-possible',
  'reopening-expired',
  'stale-version',
  'too-many-requests',
  'no-such-time',
  'slot-full',
  'unavailable',
] as const

/** What becomes of a request, for whoever holds its code, and the steps that the reporter may make. */
export default async function TrackPage({ params, searchParams }: Props) {
  const token = trackToken.safeParse((await params).token)
  const tracked = token.success ? await findTracked(db(), token.data, new Date()) : null
  const t = await getTranslations('track')
  if (!token.success || !tracked) {
    return (
      <div className="mx-auto flex w-full max-w-xl flex-col gap-4">
        <PageTitle>{t('lost')}</PageTitle>
        <h1 className="text-2xl font-semibold">{t('lost')}</h1>
        <Alert tone="warn">{t('lostWhy')}</Alert>
        <p>
          <TextLink href="/">{t('find')}</TextLink>
        </p>
      </div>
    )
  }
  const { done, problem } = await searchParams
  const refusals = await getTranslations('refusals')
  const why = PROBLEMS.find((one) => one === problem)
  return (
    <div className="mx-auto flex w-full max-w-xl flex-col gap-5">
      <PageTitle>{t('title', { number: tracked.number })}</PageTitle>
      <Heading tracked={tracked} />
      {done === '1' && (
        <Alert tone="good" announce>
          {t('done')}
        </Alert>
      )}
      {why && (
        <Alert tone="bad" announce>
          {t('problem', { why: refusals(why) })}
        </Alert>
      )}
      <Alert>
        {tracked.kind === 'follower' ? (
          t('follower')
        ) : (
          <span className="break-words">{t('keep', { code: token.data })}</span>
        )}
      </Alert>
      {tracked.kind === 'reporter' && <TrackedOrder token={token.data} />}
      {tracked.moves.length > 0 && (
        <section className="flex flex-col gap-2">
          <h2 className="text-lg font-semibold">{t('what')}</h2>
          {tracked.moves.map((move) => (
            <MoveForm key={move} token={token.data} move={move} />
          ))}
        </section>
      )}
      <Reported tracked={tracked} token={token.data} />
      <History tracked={tracked} />
      <Feedback tracked={tracked} />
    </div>
  )
}
