/** The look of a list that opens from a field or a button. */
export const popoverLook =
  'z-40 max-h-[min(24rem,70dvh)] min-w-(--trigger-width) max-w-[calc(100vw-1rem)] overflow-auto rounded-md border border-line bg-surface p-1 text-ink shadow-raised outline-none'
export const optionLook =
  'flex min-h-control-small cursor-pointer items-center gap-2 rounded px-2.5 py-1 text-sm outline-none data-disabled:cursor-not-allowed data-disabled:text-ink-faint data-focused:bg-note-soft data-hovered:bg-sunken data-selected:font-semibold data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus'
export const groupHeadingLook = 'px-2.5 pt-2 pb-1 text-xs font-medium text-ink-faint'
