import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import type { Principal } from '@/server/principal'
import { appointmentsWithin } from '../../captains/policy'

/** Hand-overs of appointments within the scope; who takes over the buildings sees what is handed over with them. */
export const handoversWithin = (
  principal: Principal,
  permission: Permission,
): Prisma.CaptainHandoverWhereInput => {
  const within = appointmentsWithin(principal, permission)
  return { streetId: principal.streetId, OR: [{ appointment: within }, { successor: { is: within } }] }
}
