import { Breadcrumbs, type Crumb } from './breadcrumbs'
import { PageTitle } from './page-title'

export type PageHeaderProps = {
  title: React.ReactNode
  crumbs?: readonly Crumb[]
  /** A line under the title: what this page is for, or marks of the record. */
  lead?: React.ReactNode
  /** Buttons at the end of the line. */
  actions?: React.ReactNode
}

/** The head of a page: way, title, marks and what can be done. */
export function PageHeader({ title, crumbs, lead, actions }: PageHeaderProps) {
  return (
    <header className="mb-4 flex flex-col gap-1">
      {typeof title === 'string' && <PageTitle>{title}</PageTitle>}
      {crumbs && <Breadcrumbs crumbs={crumbs} />}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h1 className="min-w-0 text-2xl font-semibold">{title}</h1>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {lead && (
        <div className="flex max-w-[72ch] flex-wrap items-center gap-2 text-sm text-ink-soft">{lead}</div>
      )}
    </header>
  )
}
