import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import { type Principal, reach } from '@/server/principal'
import { buildingsWithin } from '../places/policy'

/** Appointments that look after, or once looked after, a building within the principal's scope. */
export function appointmentsWithin(
  principal: Principal,
  permission: Permission,
): Prisma.CaptainAppointmentWhereInput {
  if (reach(principal, permission) === 'street') return { streetId: principal.streetId }
  return {
    streetId: principal.streetId,
    buildings: { some: { building: buildingsWithin(principal, permission) } },
  }
}
