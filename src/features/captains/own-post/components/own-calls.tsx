import { useTranslations } from 'next-intl'
import { CallLink } from '@/ui/call-link'

type Building = {
  community: { name: string; officePhone: string | null }
  gridMembers: readonly { id: string; name: string; phone: string | null }[]
}

/** Whom a captain calls: the grid members of the building and the community's office. */
export function OwnCalls({ building: { community, gridMembers } }: { building: Building }) {
  const t = useTranslations('captain')
  return (
    <ul className="flex flex-col gap-2">
      {gridMembers.length === 0 && <li className="text-base text-ink-soft">{t('noGridMember')}</li>}
      {gridMembers.map(({ id, name, phone }) => (
        <li key={id}>
          {phone ? (
            <CallLink label={t('callGridMember', { name })} phone={phone} />
          ) : (
            <p className="text-base text-ink-soft">{t('gridMemberWithheld', { name })}</p>
          )}
        </li>
      ))}
      <li>
        {community.officePhone ? (
          <CallLink label={t('callCommunity', { name: community.name })} phone={community.officePhone} />
        ) : (
          <p className="text-base text-ink-soft">{t('communityMissing', { name: community.name })}</p>
        )}
      </li>
    </ul>
  )
}
