import { getLocale, getTranslations } from 'next-intl/server'
import { timeOfMinutes } from '@/core/instants'
import { listRules, type RuleRow } from '@/features/requests/dispatch/rulebook/queries'
import { pageAct } from '@/server/page'
import { ActionButton } from '@/ui/action-button'
import { type Column, DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { TextLink } from '@/ui/text-link'

const PATH = '/office/dispatch-rules'

/** The rules of automatic dispatch in the order in which they are asked. */
export default async function DispatchRulesPage() {
  const act = await pageAct('requests.settings')
  const [t, locale, rules] = await Promise.all([
    getTranslations('dispatch-rules'),
    getLocale(),
    listRules(act),
  ])
  const asks = (rule: RuleRow): string =>
    [
      rule.category && (locale === 'en' ? rule.category.nameEn : rule.category.name),
      rule.zone?.name,
      rule.compound?.name,
      rule.skill,
      rule.weekdays.length > 0 && rule.weekdays.map((day) => t(`short.${String(day) as '1'}`)).join(' '),
      rule.fromMinute !== null &&
        rule.toMinute !== null &&
        `${timeOfMinutes(rule.fromMinute)}–${timeOfMinutes(rule.toMinute)}`,
    ]
      .filter(Boolean)
      .join(' · ') || t('everything')
  const move = (rule: RuleRow, direction: 'up' | 'down') => (
    <ActionButton
      trigger={t(direction)}
      title={t(`${direction}Title`, { name: rule.name })}
      why={t('orderWhy')}
      confirm={t(direction)}
      action={`/api/v1/dispatch-rules/${rule.id}/move`}
      body={{ direction, version: rule.version }}
    />
  )
  const columns: Column<RuleRow>[] = [
    {
      key: 'name',
      header: t('fields.name'),
      names: true,
      cell: (rule) => (
        <TextLink href={`${PATH}/${rule.id}/edit`}>{`${rules.indexOf(rule) + 1}. ${rule.name}`}</TextLink>
      ),
    },
    { key: 'asks', header: t('fields.asks'), cell: asks },
    {
      key: 'gives',
      header: t('fields.gives'),
      cell: ({ worker, toZoneCrew }) =>
        [worker?.person.name, toZoneCrew && t('bestOfCrew')].filter(Boolean).join(t('else')),
    },
    {
      key: 'action',
      header: t('fields.action'),
      cell: (rule) => (
        <span className="flex flex-wrap gap-2">
          {rules[0] !== rule && move(rule, 'up')}
          {rules.at(-1) !== rule && move(rule, 'down')}
          <ActionButton
            trigger={t('end')}
            title={t('endTitle', { name: rule.name })}
            why={t('endWhy')}
            confirm={t('end')}
            danger
            action={`/api/v1/dispatch-rules/${rule.id}/end`}
            body={{ version: rule.version }}
          />
        </span>
      ),
    },
  ]
  const add = (
    <LinkButton href={`${PATH}/new`} kind="primary">
      {t('add')}
    </LinkButton>
  )
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {add}
            <LinkButton href={`${PATH}/trial`}>{t('trial')}</LinkButton>
          </>
        }
      />
      {rules.length === 0 ? (
        <EmptyState title={t('emptyTitle')} why={t('emptyWhy')} action={add} />
      ) : (
        <DataTable
          caption={t('title')}
          path={PATH}
          query={{}}
          rows={rules}
          rowKey={({ id }) => id}
          columns={columns}
        />
      )}
    </div>
  )
}
