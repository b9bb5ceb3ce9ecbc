import { getFormatter, getTranslations } from 'next-intl/server'
import { SignOutButton } from '@/features/people/own-account/components/sign-out-button'
import { ownSessions } from '@/features/people/own-account/queries'
import { ownResident } from '@/features/people/residents/own/queries'
import { pageAct } from '@/server/page'
import { ActionButton } from '@/ui/action-button'
import { DescriptionList } from '@/ui/description-list'
import { ExportButton } from '@/ui/export-button'
import { Panel } from '@/ui/panel'
import { RecordForm } from '@/ui/record-form'
import { PageHeading } from '../page-heading'

/** Name and number, consents, what is kept of the resident, and signing out. */
export default async function MyAccountPage() {
  const act = await pageAct('residents.own')
  const [t, ui, format, resident, sessions] = await Promise.all([
    getTranslations('my'),
    getTranslations('ui'),
    getFormatter(),
    ownResident(act),
    ownSessions(act),
  ])
  const messages = resident.consents.find(
    ({ purpose, withdrawnAt }) => purpose === 'messages' && withdrawnAt === null,
  )
  const terms = resident.consents.find(({ purpose }) => purpose === 'residents')
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <div className="flex flex-col gap-5">
      <PageHeading title={t('accountTitle')} />
      <Panel title={t('contact')}>
        <DescriptionList
          emptyLabel="—"
          columns={1}
          items={[
            { term: t('phone'), value: resident.phone },
            {
              term: t('registered'),
              value: resident.registeredAt && format.dateTime(resident.registeredAt, 'moment'),
            },
          ]}
        />
        <RecordForm
          action="/api/v1/own-resident"
          method="PATCH"
          fields={[
            {
              kind: 'text',
              name: 'name',
              label: t('displayName'),
              value: resident.name,
              required: true,
              maxLength: 40,
            },
          ]}
          submit={t('save')}
          cancel={{ label: t('back'), href: '/my' }}
          doneHref="/my/account"
        />
      </Panel>
      <Panel title={t('consents')}>
        <p>{terms ? t('termsGiven', { day: day(terms.givenOn) }) : t('termsNone')}</p>
        <p>{messages ? t('messagesOn', { day: day(messages.givenOn) }) : t('messagesOff')}</p>
        <p>
          {messages ? (
            <ActionButton
              trigger={t('messagesStop')}
              title={t('messagesStop')}
              why={t('messagesStopWhy')}
              confirm={t('messagesStop')}
              action="/api/v1/own-resident/messages/withdrawal"
              body={{}}
            />
          ) : (
            <ActionButton
              trigger={t('messagesStart')}
              title={t('messagesStart')}
              why={t('messagesStartWhy')}
              confirm={t('agreeShort')}
              action="/api/v1/own-resident/messages"
              body={{}}
            />
          )}
        </p>
      </Panel>
      <Panel title={t('kept')}>
        <p>{t('keptWhy')}</p>
        <p className="flex flex-wrap gap-2">
          <ExportButton
            label={t('copyWorkbook')}
            failed={ui('unreachable')}
            action="/api/v1/own-resident/copy"
            body={{ form: 'xlsx' }}
          />
          <ExportButton
            label={t('copyJson')}
            failed={ui('unreachable')}
            action="/api/v1/own-resident/copy"
            body={{ form: 'json' }}
          />
        </p>
        <p>{t('eraseWhy')}</p>
        <p>
          <ActionButton
            trigger={t('erase')}
            title={t('eraseTitle')}
            why={t('eraseSure')}
            confirm={t('erase')}
            danger
            action="/api/v1/own-resident/erasure"
            body={{ agree: true }}
          />
        </p>
      </Panel>
      <Panel title={t('sessions')}>
        <p>{t('sessionsWhy', { count: sessions.length })}</p>
        <div className="flex flex-wrap gap-2">
          <SignOutButton label={t('signOut')} failed={ui('unreachable')} leaveFor="/sign-in/phone" />
          <SignOutButton
            label={t('signOutAll')}
            failed={ui('unreachable')}
            action="/api/v1/sessions/end"
            leaveFor="/sign-in/phone"
          />
        </div>
      </Panel>
    </div>
  )
}
