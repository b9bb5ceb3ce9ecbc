import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { communityOptions } from '@/features/places/communities/queries'
import { surveyKey } from '@/features/surveys/analysis/schema'
import { SuggestedCode, TextPick, TextSelection } from '@/features/surveys/coding/components/text-selection'
import { codebookOf, findCoded, listTexts, type TextRow } from '@/features/surveys/coding/queries'
import { textFilter } from '@/features/surveys/coding/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { ClientMessages } from '@/ui/client-messages'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<PageQuery> }

/** What households answered in their own words, to be given words of the codebook. */
export default async function SurveyTextsPage({ params, searchParams }: Props) {
  const act = await pageAct('surveys.single')
  const key = surveyKey.safeParse(await params)
  const query = await searchParams
  const filter = filterFrom(textFilter, query)
  const campaign = key.success ? await findCoded(act, key.data.id) : null
  if (!campaign) notFound()
  const [t, format, locale, page, codebook, communities] = await Promise.all([
    getTranslations('survey-texts'),
    getFormatter(),
    getLocale(),
    listTexts(act, campaign, filter),
    codebookOf(act),
    communityOptions(act, 'surveys.single'),
  ])
  const named = ({ text, textEn }: { text: string; textEn: string | null }) =>
    (locale === 'en' && textEn) || text
  const codes = codebook.map(({ id, name }) => ({ value: id, label: name }))
  const question = filter.question ?? campaign.texts[0]?.key
  const word = codebook.find(({ id }) => id === filter.suggested)
  const path = `/office/surveys/${campaign.id}/texts`
  const columns: Column<TextRow>[] = [
    {
      key: 'pick',
      header: t('fields.pick'),
      cell: ({ id, text }) => <TextPick id={id} text={text} />,
    },
    { key: 'text', header: t('fields.text'), names: true, cell: ({ text }) => text },
    {
      key: 'answers',
      header: t('fields.answers'),
      numeric: true,
      cell: ({ answers }) => format.number(answers),
    },
    {
      key: 'compounds',
      header: t('fields.compounds'),
      numeric: true,
      optional: true,
      cell: ({ compounds }) => format.number(compounds),
    },
    {
      key: 'codes',
      header: t('fields.codes'),
      cell: ({ codes: given }) => (
        <span className="inline-flex flex-wrap gap-1">
          {given.length > 0
            ? given.map(({ id, name }) => (
                <Badge key={id} tone="good">
                  {name}
                </Badge>
              ))
            : '—'}
        </span>
      ),
    },
    {
      key: 'suggested',
      header: t('fields.suggested'),
      cell: ({ id, text, suggested }) => (
        <span className="inline-flex flex-wrap gap-1">
          {suggested.map((code) => (
            <SuggestedCode key={code.id} id={id} text={text} code={code} />
          ))}
        </span>
      ),
    },
  ]
  return (
    <ClientMessages namespaces={['survey-texts']}>
      <TextSelection surveyId={campaign.id} question={question ?? ''} codes={codes}>
        <ListPage
          title={t('title', { name: (locale === 'en' && campaign.nameEn) || campaign.name })}
          lead={t('lead')}
          path={path}
          query={query}
          page={page}
          columns={columns}
          rowKey={({ id }) => id}
          sort={{ by: 'answers', direction: 'desc' }}
          search={{ label: t('search'), placeholder: t('searchExample') }}
          selects={[
            ...(campaign.texts.length > 1
              ? [
                  {
                    name: 'question',
                    label: t('question'),
                    all: t('firstQuestion'),
                    options: campaign.texts.map((one) => ({ value: one.key, label: named(one) })),
                  },
                ]
              : []),
            {
              name: 'code',
              label: t('code'),
              all: t('allCodes'),
              options: [{ value: 'none', label: t('noCode') }, ...codes],
            },
            { name: 'suggested', label: t('suggests'), all: t('allSuggestions'), options: codes },
            { name: 'community', label: t('community'), all: t('allCommunities'), options: communities },
          ]}
          actions={
            <>
              {word && question && (
                <ActionButton
                  trigger={t('giveAll', { name: word.name })}
                  triggerKind="primary"
                  title={t('giveAll', { name: word.name })}
                  why={t('giveAllWhy', { name: word.name })}
                  confirm={t('give')}
                  action={`/api/v1/surveys/${campaign.id}/codings/suggested`}
                  body={{ question, codeId: word.id }}
                />
              )}
              <LinkButton href="/office/survey-codes">{t('codebook')}</LinkButton>
              <LinkButton href={`/office/surveys/${campaign.id}/analysis`}>{t('analysis')}</LinkButton>
            </>
          }
          empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} />}
        />
      </TextSelection>
    </ClientMessages>
  )
}
