import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { transitionOf } from '@/features/requests/life/rules'
import { OwnMoveForm } from '@/features/requests/own-requests/components/own-move-form'
import { findOwnRequest } from '@/features/requests/own-requests/queries'
import { ownRequestKey } from '@/features/requests/own-requests/schema'
import { Feedback, Heading, History, Reported } from '@/features/requests/tracks/components/tracked-request'
import { pageAct } from '@/server/page'
import { Alert } from '@/ui/alert'
import { PageTitle } from '@/ui/page-title'
import { TextLink } from '@/ui/text-link'

/** One of the resident's requests: where it stands, what happened, and what one may do. */
export default async function MyRequestPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('residents.own')
  const key = ownRequestKey.safeParse(await params)
  const request = key.success ? await findOwnRequest(act, key.data.id) : null
  if (!request) notFound()
  const t = await getTranslations('track')
  return (
    <div className="flex flex-col gap-5">
      <PageTitle>{t('title', { number: request.number })}</PageTitle>
      <p>
        <TextLink href="/my/requests">{(await getTranslations('my'))('requestsTitle')}</TextLink>
      </p>
      <Heading tracked={request} />
      {request.kind === 'follower' && <Alert>{t('follower')}</Alert>}
      {request.moves.length > 0 && (
        <section className="flex flex-col gap-2">
          <h2 className="text-lg font-semibold">{t('what')}</h2>
          {request.moves.map((move) => (
            <OwnMoveForm
              key={move}
              requestId={request.id}
              move={move as 'withdraw'}
              needsWords={transitionOf(move).needs?.includes('reason') ?? false}
            />
          ))}
        </section>
      )}
      <Reported tracked={request} token={request.photoToken} />
      <History tracked={request} />
      <Feedback tracked={request} />
    </div>
  )
}
