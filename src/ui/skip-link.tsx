/** The first thing that Tab reaches: over the navigation to the content. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a
      href="#content"
      className="sr-only focus:not-sr-only focus:fixed focus:start-2 focus:top-2 focus:z-50 focus:flex focus:min-h-control focus:items-center focus:rounded-md focus:bg-surface focus:px-4 focus:text-link focus:shadow-raised"
    >
      {label}
    </a>
  )
}
