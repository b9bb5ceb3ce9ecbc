export const CODE_MINUTES = 5
/** How often a code may be tried, the right try included. */
export const MOST_TRIES = 5
/** A code a minute and five a day for a number, whoever asks for it. */
export const SECONDS_BETWEEN = 60
export const MOST_A_DAY = 5

/** Messages made of this template hold a code: nobody reads their words but in a demonstration. */
export const CODE_TEMPLATE = 'phone-code'
