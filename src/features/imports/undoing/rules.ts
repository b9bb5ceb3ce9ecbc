/** How long an import can be undone. */
export const HOURS_TO_UNDO = 24

export const undoUntil = (finishedAt: Date): Date =>
  new Date(finishedAt.getTime() + HOURS_TO_UNDO * 3_600_000)
