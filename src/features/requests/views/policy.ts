import type { Prisma } from '@/generated/prisma/client'
import { holds, type Principal } from '@/server/principal'

/** Views that somebody sees on the board: the own ones, those for everybody, and those of the own roles. */
export const viewsFor = (principal: Principal): Prisma.SavedViewWhereInput => ({
  streetId: principal.streetId,
  OR: [
    { accountId: principal.accountId },
    { isShared: true },
    { forRole: { in: principal.grants.map(({ role }) => role) } },
  ],
})

/** Whoever made a view changes it; those who keep the settings change any that others see. */
export const viewsToChange = (principal: Principal): Prisma.SavedViewWhereInput => ({
  streetId: principal.streetId,
  OR: [
    { accountId: principal.accountId },
    ...(mayPreset(principal) ? [{ OR: [{ isShared: true }, { forRole: { not: null } }] }] : []),
  ],
})

export const mayShare = (principal: Principal): boolean =>
  holds(principal, 'requests.dispatch') || holds(principal, 'requests.settings')

export const mayPreset = (principal: Principal): boolean => holds(principal, 'requests.settings')
