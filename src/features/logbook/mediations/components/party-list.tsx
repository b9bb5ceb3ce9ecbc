import { useTranslations } from 'next-intl'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { LinkButton } from '@/ui/link-button'
import { TextLink } from '@/ui/text-link'
import { pathOf } from '../rules'
import type { Strokes } from '../schema'

type Party = { id: string; name: string; phone: string | null; door: string | null }
type Signature = { partyId: string; strokes: unknown }

/** The parties, how to reach them, and how each stands to the latest edition. */
export function PartyList({
  parties,
  signatures,
  agreementId,
  here,
  mayWrite,
}: {
  parties: readonly Party[]
  signatures: readonly Signature[]
  agreementId: string | null
  here: string
  mayWrite: boolean
}) {
  const t = useTranslations('mediations')
  return (
    <ul className="flex flex-col divide-y divide-line">
      {parties.map(({ id, name, phone, door }) => {
        const signature = signatures.find(({ partyId }) => partyId === id)
        return (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2">
            <span className="font-medium">{name}</span>
            {door && <span className="text-ink-soft">{door}</span>}
            {phone && (
              <a href={`tel:${phone}`} className="inline-flex min-h-6 items-center tabular-nums text-link">
                {phone}
              </a>
            )}
            {agreementId && <SignatureMark signature={signature} name={name} />}
            {mayWrite && (
              <span className="ms-auto flex flex-wrap items-center gap-2">
                <TextLink href={`${here}/party?party=${id}`}>
                  {t('changeParty')}
                  <span className="sr-only"> {name}</span>
                </TextLink>
                {agreementId && !signature && (
                  <>
                    <LinkButton href={`${here}/sign/${id}`} kind="primary">
                      {t('signOf', { name })}
                    </LinkButton>
                    <ActionButton
                      trigger={t('signOnPaper')}
                      title={`${name} · ${t('signOnPaper')}`}
                      why={t('signOnPaperWhy')}
                      confirm={t('signOnPaper')}
                      action={`/api/v1/mediations/${here.split('/').at(-1)}/signatures`}
                      body={{ on: 'paper', agreementId, partyId: id }}
                    />
                  </>
                )}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function SignatureMark({ signature, name }: { signature: Signature | undefined; name: string }) {
  const t = useTranslations('mediations')
  if (!signature) return <Badge tone="warn">{t('notSigned')}</Badge>
  if (!signature.strokes) return <Badge tone="good">{t('signedPaper')}</Badge>
  return (
    <>
      <Badge tone="good">{t('signed')}</Badge>
      <svg
        viewBox="0 0 1000 400"
        role="img"
        aria-label={`${t('signed')} ${name}`}
        className="h-10 w-25 fill-none stroke-current stroke-[10]"
      >
        <path d={pathOf(signature.strokes as Strokes)} />
      </svg>
    </>
  )
}
