type After = { move: string; quantity: number }

/** How many of an issue are still with whom they were issued to: what was given back or lost is not. */
export const stillOut = (quantity: number, after: readonly After[]): number =>
  after
    .filter(({ move }) => move === 'returned' || move === 'lost')
    .reduce((left, gone) => left - gone.quantity, quantity)

export const isSigned = (after: readonly After[]): boolean => after.some(({ move }) => move === 'signed')
