import { type Principal, reach } from '@/server/principal'
import { mayWriteIn } from '../policy'

/** Communities are added, named, coded and ended by those whose work is the whole street: their names and codes are official. */
export const mayKeepCommunities = (principal: Principal): boolean =>
  reach(principal, 'places.write') === 'street'

/** A community's own staff change its office, and nothing else of it: the number, the address and the hours. */
export const mayKeepOffice = (principal: Principal, communityId: string): boolean =>
  mayWriteIn(principal, 'places.write', communityId)
