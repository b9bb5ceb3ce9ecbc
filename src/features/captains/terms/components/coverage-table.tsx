import { useTranslations } from 'next-intl'
import { DataTable } from '@/ui/data-table'
import { TextLink } from '@/ui/text-link'
import type { Coverage } from '../rules'

type Props = {
  caption: string
  first: string
  rows: readonly Coverage[]
  /** The buildings' list of a part. */
  href: (id: string) => string
  path: string
}

/** How many buildings and stairwells have a captain today, part by part, each figure a way to its buildings. */
export function CoverageTable({ caption, first, rows, href, path }: Props) {
  const t = useTranslations('captain-terms')
  return (
    <DataTable
      caption={caption}
      path={path}
      query={{}}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', header: first, names: true, cell: ({ name }) => name },
        {
          key: 'buildings',
          header: t('buildings'),
          numeric: true,
          cell: ({ id, buildings }) => <TextLink href={href(id)}>{buildings}</TextLink>,
        },
        {
          key: 'vacant',
          header: t('vacant'),
          numeric: true,
          cell: ({ id, vacant }) =>
            vacant > 0 ? <TextLink href={`${href(id)}&captain=none`}>{vacant}</TextLink> : '0',
        },
        { key: 'stairwells', header: t('stairwells'), numeric: true, cell: ({ stairwells }) => stairwells },
        {
          key: 'vacantStairwells',
          header: t('vacantStairwells'),
          numeric: true,
          cell: ({ vacantStairwells }) => vacantStairwells,
        },
      ]}
    />
  )
}
