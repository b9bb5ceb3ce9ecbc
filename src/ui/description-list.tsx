export type DescriptionListProps = {
  items: readonly {
    term: string
    /** Nothing known is shown as a dash with the words of `emptyLabel`. */
    value: React.ReactNode
    wide?: boolean
  }[]
  /** What a screen reader says where a value is missing, such as “not recorded”. */
  emptyLabel: string
  columns?: 1 | 2 | 3
}

const COLUMNS = { 1: '', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-2 xl:grid-cols-3' }

/** The fields of one record. */
export function DescriptionList({ items, emptyLabel, columns = 2 }: DescriptionListProps) {
  return (
    <dl className={`grid grid-cols-1 gap-x-6 ${COLUMNS[columns]}`}>
      {items.map((item) => (
        <div
          key={item.term}
          className={`grid grid-cols-[minmax(6em,9em)_1fr] gap-3 border-b border-line py-1.5 text-sm ${item.wide ? 'col-span-full' : ''}`}
        >
          <dt className="text-ink-faint">{item.term}</dt>
          <dd className="min-w-0">
            {item.value === null || item.value === undefined || item.value === '' ? (
              <span className="text-ink-faint">{emptyLabel}</span>
            ) : (
              item.value
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
