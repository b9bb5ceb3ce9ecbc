import { Icon } from './icon'

/** A button that dials: who is called, and the number as it is read out. */
export function CallLink({ label, phone }: { label: string; phone: string }) {
  return (
    <a
      href={`tel:${phone.replace(/[^\d+]/g, '')}`}
      className="flex min-h-14 items-center gap-3 rounded-md border border-edge bg-surface px-4 py-2 text-base font-medium text-link no-underline hover:bg-sunken"
    >
      <span className="text-xl">
        <Icon name="phone" />
      </span>
      <span className="min-w-0 flex-1">
        {label}
        <span className="block text-lg font-semibold tabular-nums">{phone}</span>
      </span>
    </a>
  )
}
