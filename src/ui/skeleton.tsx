/** Stands in for what is still loading; its words are for screen readers. */
export function Skeleton({ label, lines = 4 }: { label: string; lines?: number }) {
  return (
    <div role="status" className="flex flex-col gap-3">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <span
          key={line}
          aria-hidden="true"
          className="h-5 animate-pulse rounded bg-line nth-[3n]:w-2/3 nth-[3n+1]:w-full nth-[3n+2]:w-5/6"
        />
      ))}
    </div>
  )
}
