import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { TextLink } from '@/ui/text-link'
import type { OpenThings } from '../schema'

/** What the next captain has to know of: requests, findings of rounds, and things to give back. */
export function OpenList({ open, linksRequests }: { open: OpenThings; linksRequests: boolean }) {
  const t = useTranslations('captain-handovers')
  const states = useTranslations('requests')
  const things = useTranslations('materials')
  const format = useFormatter()
  const isEnglish = useLocale() === 'en'
  const { requests, rounds, materials } = open
  if (requests.length + rounds.length + materials.length === 0)
    return <p className="text-sm text-ink-soft">{t('nothingOpen')}</p>
  return (
    <div className="flex flex-col gap-3 text-sm">
      {requests.length > 0 && (
        <section>
          <h3 className="font-semibold">{t('requests', { count: requests.length })}</h3>
          <ul>
            {requests.map(({ id, number, category, categoryEn, state, building }) => (
              <li key={id} className="flex flex-wrap gap-x-3 py-1">
                {linksRequests ? <TextLink href={`/office/requests/${id}`}>{number}</TextLink> : number}
                <span>{isEnglish ? categoryEn : category}</span>
                <span className="text-ink-soft">
                  {building} · {states(`states.${state as 'submitted'}`)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {rounds.length > 0 && (
        <section>
          <h3 className="font-semibold">{t('rounds', { count: rounds.length })}</h3>
          <ul>
            {rounds.map(({ day, building, words }) => (
              <li key={`${day} ${building} ${words}`} className="py-1">
                {format.dateTime(new Date(`${day}T00:00:00Z`), 'day')} · {building} {words}
              </li>
            ))}
          </ul>
        </section>
      )}
      {materials.length > 0 && (
        <section>
          <h3 className="font-semibold">{t('materials')}</h3>
          <ul>
            {materials.map(({ kind, quantity }) => (
              <li key={kind} className="py-1">
                {things(`kinds.${kind as 'logbook'}`)} × {quantity}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
