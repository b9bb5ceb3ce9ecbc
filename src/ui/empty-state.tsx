import { Icon, type IconName } from './icon'

export type EmptyStateProps = {
  title: string
  /** Why there is nothing here. */
  why: React.ReactNode
  /** The next step: a LinkButton or a Button. */
  action?: React.ReactNode
  icon?: IconName
}

/** What stands where rows would be: why it is empty and what to do next. */
export function EmptyState({ title, why, action, icon = 'list' }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-2 rounded-lg border border-dashed border-edge/60 bg-surface px-6 py-10 text-center">
      <span className="text-2xl text-ink-faint">
        <Icon name={icon} />
      </span>
      <p className="text-base font-semibold">{title}</p>
      <div className="max-w-prose text-sm text-ink-soft">{why}</div>
      {action && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
