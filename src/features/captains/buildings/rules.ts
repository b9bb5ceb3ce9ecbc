type Term = { startsOn: Date; endsOn: Date | null }

/** The buildings that a term still holds, or those it held when it has ended. */
export const buildingsToShow = <Held extends Term>(
  buildings: readonly Held[],
  hasEnded: boolean,
  today: Date,
): Held[] => buildings.filter(({ endsOn }) => hasEnded || endsOn === null || endsOn >= today)
