'use client'

import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components/Switch'

export type SwitchProps = Omit<AriaSwitchProps, 'className' | 'style' | 'children'> & {
  children: React.ReactNode
}

/** On or off, in force at once. */
export function Switch({ children, ...props }: SwitchProps) {
  return (
    <AriaSwitch
      {...props}
      className="group flex min-h-control cursor-pointer items-center gap-2.5 text-sm data-disabled:cursor-not-allowed data-disabled:text-ink-faint"
    >
      <span className="flex h-6 w-10 shrink-0 items-center rounded-full border border-edge bg-sunken p-0.5 transition-colors group-data-focus-visible:outline-3 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-focus group-data-selected:border-link group-data-selected:bg-link">
        <span className="size-4 rounded-full bg-edge transition-transform group-data-selected:translate-x-[1.1rem] group-data-selected:bg-white" />
      </span>
      <span>{children}</span>
    </AriaSwitch>
  )
}
