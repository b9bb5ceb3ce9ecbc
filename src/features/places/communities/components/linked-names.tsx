import { TextLink } from '@/ui/text-link'

type Named = { id: string; name: string }

/** Records by their names, each leading to its own page. */
export function LinkedNames({ rows, path, none }: { rows: readonly Named[]; path: string; none: string }) {
  if (rows.length === 0) return <p className="text-sm text-ink-faint">{none}</p>
  return (
    <ul className="grid grid-cols-2 gap-2 text-sm sm:grid-cols-4">
      {rows.map(({ id, name }) => (
        <li key={id}>
          <TextLink href={`${path}/${id}`}>{name}</TextLink>
        </li>
      ))}
    </ul>
  )
}
