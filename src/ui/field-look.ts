export const fieldLook = 'flex min-w-0 flex-col gap-1'
export const labelLook = 'text-sm font-medium text-ink'
export const descriptionLook = 'text-xs text-ink-faint'
export const errorLook = 'text-sm font-medium text-bad'
/** Inputs keep 16 px on phones, or iOS zooms into them. */
export const inputLook =
  'min-h-control w-full min-w-0 rounded-md border border-edge bg-surface px-3 py-1.5 text-base text-ink transition-colors hover:border-ink-soft disabled:border-line disabled:bg-sunken disabled:text-ink-faint aria-invalid:border-bad data-invalid:border-bad invalid:shadow-none md:text-sm large:md:text-base'
export const boxLook =
  'flex size-5 shrink-0 items-center justify-center rounded border border-edge bg-surface text-white transition-colors'
