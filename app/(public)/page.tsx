import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { line } from '@/core/fields'
import {
  findPublicCompounds,
  findPublicStreet,
  listPublicStreets,
  type PublicCompound,
  type PublicStreet,
} from '@/features/places/public/queries'
import type { PageQuery } from '@/ui/page-address'
import { PageTitle } from '@/ui/page-title'
import { PlainButton } from '@/ui/plain-button'
import { PlainField } from '@/ui/plain-field'
import { TextLink } from '@/ui/text-link'

/** A resident's first page: from the name of a compound to the sheet of the own stairwell. */
export default async function HomePage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const query = await searchParams
  const code = typeof query.street === 'string' ? query.street : undefined
  const street = await findPublicStreet((await headers()).get('host'), code)
  if (!street) return <StreetList streets={await listPublicStreets()} />
  const typed = line(60).safeParse(query.q)
  const found = typed.success ? await findPublicCompounds(street.id, typed.data) : null
  return <Finder street={street} typed={typed.success ? typed.data : ''} found={found} />
}

async function StreetList({ streets }: { streets: readonly PublicStreet[] }) {
  const t = await getTranslations('home')
  return (
    <div className="flex flex-col gap-4">
      <PageTitle>{t('chooseStreet')}</PageTitle>
      <h1 className="text-2xl font-semibold">{t('chooseStreet')}</h1>
      {streets.length === 0 && <p>{t('noStreet')}</p>}
      <ul className="flex flex-col gap-2">
        {streets.map((street) => (
          <li key={street.id} className="flex min-h-control items-center text-lg">
            <TextLink href={`/?street=${street.code}`}>{street.name}</TextLink>
          </li>
        ))}
      </ul>
    </div>
  )
}

type FinderProps = { street: PublicStreet; typed: string; found: readonly PublicCompound[] | null }

async function Finder({ street, typed, found }: FinderProps) {
  const t = await getTranslations('home')
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-2">
        <PageTitle>{t('title')}</PageTitle>
        <h1 className="text-2xl font-semibold">{t('title')}</h1>
        <p className="text-ink-soft">{t('lead')}</p>
      </header>
      <search>
        <form method="get" className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4">
          <input type="hidden" name="street" value={street.code} />
          <PlainField
            name="q"
            type="search"
            label={t('search')}
            description={t('hint')}
            defaultValue={typed}
            maxLength={60}
            autoComplete="off"
          />
          <PlainButton kind="primary" size="wide" icon="search">
            {t('find')}
          </PlainButton>
        </form>
      </search>
      {found && (
        <section aria-label={t('search')} className="flex flex-col gap-2">
          <p role="status" className="text-sm text-ink-soft">
            {t('found', { count: found.length })}
          </p>
          {found.length === 0 && <p>{t('nothingWhy')}</p>}
          <ul className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface empty:hidden">
            {found.map((compound) => (
              <li key={compound.id} className="flex min-h-control flex-wrap items-center gap-x-3 px-4 py-2">
                <span className="text-lg">
                  <TextLink href={`/compounds/${compound.id}`}>{compound.name}</TextLink>
                </span>
                <span className="text-sm text-ink-faint">{compound.community.name}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <FindTrack />
      <section className="flex flex-col gap-1">
        <h2 className="text-lg font-semibold">{t('scanTitle')}</h2>
        <p className="text-ink-soft">{t('scan')}</p>
      </section>
    </div>
  )
}

/** From the code of a request that was reported without an account to its page. */
async function FindTrack() {
  const t = await getTranslations('track')
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-lg font-semibold">{t('find')}</h2>
      <form
        method="post"
        action="/track"
        className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4"
      >
        <PlainField
          name="code"
          label={t('findLabel')}
          description={t('findHint')}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="characters"
          required
        />
        <PlainButton size="wide">{t('findGo')}</PlainButton>
      </form>
    </section>
  )
}
