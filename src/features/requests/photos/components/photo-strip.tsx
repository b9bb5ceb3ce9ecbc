import { useTranslations } from 'next-intl'

type Photo = { id: string; stage: string; width: number; height: number }

/** A request's photos side by side, from before and after the work; each opens in full. */
export function PhotoStrip({ photos }: { photos: readonly Photo[] }) {
  const t = useTranslations('requests')
  return (
    <ul className="flex flex-wrap gap-3">
      {photos.map(({ id, stage, width, height }, index) => {
        const name = t(stage === 'after' ? 'photoAfter' : 'photoBefore', { place: index + 1 })
        return (
          <li key={id} className="flex flex-col gap-1">
            <a href={`/api/v1/request-photos/${id}`} className="block rounded-md">
              <img
                src={`/api/v1/request-photos/${id}`}
                alt={name}
                width={width}
                height={height}
                loading="lazy"
                className="h-40 w-auto max-w-full rounded-md border border-line object-cover"
              />
            </a>
            <span className="text-sm text-ink-soft">{name}</span>
          </li>
        )
      })}
    </ul>
  )
}
