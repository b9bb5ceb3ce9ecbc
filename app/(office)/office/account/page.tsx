import { getFormatter, getTranslations } from 'next-intl/server'
import { PasswordForm } from '@/features/people/own-account/components/password-form'
import { SecondFactor } from '@/features/people/own-account/components/second-factor'
import { ownAccount, ownSessions } from '@/features/people/own-account/queries'
import { pageAct } from '@/server/page'
import { ActionButton } from '@/ui/action-button'
import { Alert } from '@/ui/alert'
import { Badge } from '@/ui/badge'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

export default async function AccountPage() {
  const act = await pageAct()
  const [account, sessions, t, format] = await Promise.all([
    ownAccount(act),
    ownSessions(act),
    getTranslations('account'),
    getFormatter(),
  ])
  const codesLeft = t('factor.recoveryLeft', { count: account.recoveryCodes.length })
  return (
    <div className="flex flex-col gap-4">
      <PageHeader title={t('title')} lead={`${account.displayName} · ${account.username}`} />
      {act.principal.mustSetUpTotp && <Alert tone="warn">{t('required')}</Alert>}
      <Panel title={t('factor.title')}>
        <div className="flex flex-col gap-3">
          <p className="text-sm">
            {account.totpSince
              ? t('factor.on', { day: format.dateTime(account.totpSince, 'day') })
              : t('factor.off')}
          </p>
          <SecondFactor
            isOn={account.totpSince !== null}
            words={{
              start: t('factor.start'),
              scan: t('factor.scan'),
              typeIn: t('factor.typeIn'),
              qr: t('factor.qr'),
              code: t('factor.code'),
              confirm: t('factor.confirm'),
              saveCodes: t('factor.saveCodes'),
              done: t('factor.done'),
              current: t('factor.current'),
              end: t('factor.end'),
              endWhy: t('factor.endWhy'),
              recoveryLeft: codesLeft,
            }}
          />
        </div>
      </Panel>
      <Panel title={t('password.title')}>
        <PasswordForm
          words={{
            current: t('password.current'),
            password: t('password.password'),
            hint: t('password.hint'),
            submit: t('password.submit'),
            done: t('password.done'),
          }}
        />
      </Panel>
      <Panel
        title={t('sessions.title')}
        actions={
          sessions.length > 1 && (
            <ActionButton
              trigger={t('sessions.endOthers')}
              title={t('sessions.endOthersTitle')}
              why={t('sessions.endOthersWhy')}
              confirm={t('sessions.endOthers')}
              danger
              action="/api/v1/sessions/others/end"
              body={{}}
            />
          )
        }
      >
        <ul className="flex flex-col divide-y divide-line">
          {sessions.map((session) => (
            <li key={session.id} className="flex flex-wrap items-center justify-between gap-2 py-2 text-sm">
              <span>
                <span className="me-2 font-medium">{session.device}</span>
                {session.isThis && <Badge tone="good">{t('sessions.this')}</Badge>}
                <span className="block text-ink-faint">
                  {t('sessions.since', {
                    day: format.dateTime(session.createdAt, 'day'),
                    moment: format.dateTime(session.lastSeenAt, 'moment'),
                  })}
                </span>
              </span>
              {!session.isThis && (
                <ActionButton
                  trigger={t('sessions.end')}
                  title={t('sessions.endTitle')}
                  why={t('sessions.endWhy')}
                  confirm={t('sessions.end')}
                  action={`/api/v1/sessions/${session.id}/end`}
                  body={{}}
                />
              )}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}
