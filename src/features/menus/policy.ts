import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import { type Principal, reach } from '@/server/principal'
import { compoundsWithin } from '../places/policy'
import { requestsWithin } from '../requests/policy'
import { zonesWithin } from '../zones/policy'

/** The street's menu, and those of the zones and compounds of the scope. */
export function menusWithin(principal: Principal, permission: Permission): Prisma.MenuWhereInput {
  const { streetId } = principal
  if (reach(principal, permission) === 'street') return { streetId }
  return {
    streetId,
    OR: [
      { zoneId: null, compoundId: null },
      { zone: { is: zonesWithin(principal, permission) } },
      { compound: { is: compoundsWithin(principal, permission) } },
    ],
  }
}

/** Menus are written for the whole street, whatever area they are for. */
export const mayWriteMenus = (principal: Principal, permission: Permission): boolean =>
  reach(principal, permission) === 'street'

/** An order is where its request is. */
export const ordersWithin = (
  principal: Principal,
  permission: Permission,
): Prisma.ServiceOrderWhereInput => ({
  streetId: principal.streetId,
  request: { is: requestsWithin(principal, permission) },
})
