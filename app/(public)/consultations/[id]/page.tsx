import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { publicConsultation } from '@/features/surveys/consultations/queries'
import { consultationKey } from '@/features/surveys/consultations/schema'
import { db } from '@/server/db'
import { PageTitle } from '@/ui/page-title'
import { TextLink } from '@/ui/text-link'

/** What everybody may read of a consultation. */
export default async function PublicConsultationPage({ params }: { params: Promise<{ id: string }> }) {
  const key = consultationKey.safeParse(await params)
  const found = key.success ? await publicConsultation(db(), key.data.id) : null
  if (!found) notFound()
  const [t, format] = await Promise.all([getTranslations('consultations'), getFormatter()])
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <article className="flex flex-col gap-5">
      <header className="flex flex-col gap-1">
        <p className="text-sm text-ink-faint">
          {[found.community.name, found.compound?.name].filter(Boolean).join(' · ')}
        </p>
        <PageTitle>{found.topic}</PageTitle>
        <h1 className="text-2xl font-semibold">{found.topic}</h1>
        <p className="text-ink-soft">{t('publicLead')}</p>
        <p className="text-sm text-ink-soft">
          {[
            format.dateTime(found.heldAt, 'moment'),
            found.place && t('publicPlace', { place: found.place }),
            found.peopleCount > 0 && t('people', { count: found.peopleCount }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </header>
      <p className="text-lg whitespace-pre-line">{found.publicWords}</p>
      {found.decision && (
        <section className="flex flex-col gap-1">
          <h2 className="text-lg font-semibold">{t('fields.decision')}</h2>
          <p className="whitespace-pre-line">{found.decision}</p>
        </section>
      )}
      {found.followUp && (
        <section className="flex flex-col gap-1">
          <h2 className="text-lg font-semibold">{t('fields.followUp')}</h2>
          <p className="whitespace-pre-line">{found.followUp}</p>
          {found.followedUpOn && (
            <p className="text-good">{t('publicDone', { day: day(found.followedUpOn) })}</p>
          )}
        </section>
      )}
      <p>
        {found.compound ? (
          <TextLink href={`/compounds/${found.compound.id}`}>{t('back')}</TextLink>
        ) : (
          <TextLink href="/">{t('home')}</TextLink>
        )}
      </p>
    </article>
  )
}
