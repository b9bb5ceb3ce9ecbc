import { PageTitle } from '@/ui/page-title'

/** The title of one of the resident's pages. */
export function PageHeading({ title, lead }: { title: string; lead?: string }) {
  return (
    <header className="flex flex-col gap-1">
      <PageTitle>{title}</PageTitle>
      <h1 className="text-2xl font-semibold">{title}</h1>
      {lead && <p className="text-base text-ink-soft">{lead}</p>}
    </header>
  )
}
