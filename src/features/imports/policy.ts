import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import { type Principal, reach } from '@/server/principal'

/** Imports are the whole street's: a part of it sees none. */
export const importsWithin = (principal: Principal, permission: Permission): Prisma.ImportWhereInput =>
  reach(principal, permission) === 'street'
    ? { streetId: principal.streetId }
    : { streetId: principal.streetId, id: { in: [] } }

export const mayImport = (principal: Principal): boolean => reach(principal, 'imports.run') === 'street'
