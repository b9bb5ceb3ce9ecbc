import { PreferenceSwitch } from './preference-switch'

export type TypeSizeSwitchProps = {
  large: boolean
  enlargeLabel: string
  normalLabel: string
  compact?: boolean
}

/** Turns large type on or off. */
export function TypeSizeSwitch({ large, enlargeLabel, normalLabel, compact }: TypeSizeSwitchProps) {
  return large ? (
    <PreferenceSwitch href="?large=0" label={normalLabel} icon="text-size" compact={compact} />
  ) : (
    <PreferenceSwitch href="?large=1" label={enlargeLabel} icon="text-size" compact={compact} />
  )
}
