import { Icon } from './icon'
import { TONE_ICON, TONE_LOOK, type Tone } from './tone'

export type AlertProps = {
  tone?: Tone
  title?: string
  children?: React.ReactNode
  /** Read out at once when it appears; leave it off for what stands there from the start. */
  announce?: boolean
}

/** A message that stays on the page. */
export function Alert({ tone = 'note', title, children, announce }: AlertProps) {
  return (
    <div
      role={announce ? (tone === 'bad' ? 'alert' : 'status') : undefined}
      className={`flex gap-2.5 rounded-md border px-3.5 py-2.5 text-sm ${TONE_LOOK[tone]}`}
    >
      <span className="mt-[0.2em]">
        <Icon name={TONE_ICON[tone]} />
      </span>
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-ink">{children}</div>}
      </div>
    </div>
  )
}
