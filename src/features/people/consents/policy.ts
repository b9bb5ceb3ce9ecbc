import { type Principal, reach } from '@/server/principal'

/** A service point stands on sheets all over the street, so its consent is kept by those whose work is the whole street. */
export const mayKeepProviderConsents = (principal: Principal): boolean =>
  reach(principal, 'consents.write') === 'street'
