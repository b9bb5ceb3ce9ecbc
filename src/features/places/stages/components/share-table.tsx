import { useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/ui/data-table'
import { StageBar } from './stage-bar'

type Row = {
  group: string
  compounds: number
  households: number
  stages: Record<'none' | 'managed' | 'good', number>
}

/** The shares of the stages group by group: figures and the bar that shows them. */
export function ShareTable({ title, first, rows }: { title: string; first: string; rows: readonly Row[] }) {
  const t = useTranslations('stages')
  const columns: Column<Row>[] = [
    { key: 'group', header: first, names: true, cell: ({ group }) => group },
    { key: 'compounds', header: t('compounds'), numeric: true, cell: ({ compounds }) => compounds },
    ...(['none', 'managed', 'good'] as const).map((stage) => ({
      key: stage,
      header: t(`names.${stage}`),
      numeric: true,
      cell: ({ stages, compounds }: Row) =>
        t('ofAll', { count: stages[stage], share: stages[stage] / compounds }),
    })),
    {
      key: 'share',
      header: t('share'),
      cell: ({ stages }) => (
        <span className="block w-36">
          <StageBar stages={stages} label={t('three', stages)} />
        </span>
      ),
    },
  ]
  return (
    <div className="flex flex-col gap-2">
      <h2 className="text-lg font-semibold">{title}</h2>
      <DataTable
        caption={title}
        columns={columns}
        rows={rows}
        rowKey={({ group }) => group}
        path="/office/stages"
        query={{}}
      />
    </div>
  )
}
