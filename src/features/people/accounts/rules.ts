import type { Role } from '@/generated/prisma/enums'

export type AccountState = 'active' | 'invited' | 'suspended'

/** A role as the account holds it; without `grantId` it comes from an appointment and ends with that. */
export type HeldRole = {
  key: string
  grantId: string | null
  role: Role
  scopeKind: string
  place: string | null
  startsOn: Date
  endsOn: Date | null
}

/** An account as pages and answers show it: nothing that could sign anybody in. */
export type AccountRow = {
  id: string
  username: string
  displayName: string
  state: AccountState
  roles: HeldRole[]
  person: { id: string; name: string } | null
  lastSeenAt: Date | null
  hasSecondFactor: boolean
  createdAt: Date
  version: number
}

export const stateOf = (account: { suspendedAt: Date | null; passwordHash: string | null }): AccountState =>
  account.suspendedAt ? 'suspended' : account.passwordHash === null ? 'invited' : 'active'

type Term = { startsOn: Date; endsOn: Date | null }
type Named = { name: string }

type Found = {
  id: string
  username: string
  displayName: string
  passwordHash: string | null
  totpSince: Date | null
  suspendedAt: Date | null
  createdAt: Date
  version: number
  grants: (Term & { id: string; role: Role; scopeKind: string; scopeId: string | null })[]
  sessions: { lastSeenAt: Date }[]
  person: Appointed | null
}

type Appointed = Named & {
  id: string
  appointments: (Term & { buildings: { building: Named & { compound: Named } }[] })[]
  gridMembers: (Term & { grid: Named })[]
  workers: (Term & { leads: (Term & { zone: Named })[] })[]
}

function appointedRoles(person: Appointed): HeldRole[] {
  const held = (
    role: Role,
    scopeKind: string,
    place: string | null,
    { startsOn, endsOn }: Term,
  ): HeldRole => ({
    key: `${role} ${place ?? ''}`,
    grantId: null,
    role,
    scopeKind,
    place,
    startsOn,
    endsOn,
  })
  return [
    ...person.appointments.flatMap(({ buildings, ...term }) =>
      buildings.map(({ building }) =>
        held('captain', 'building', `${building.compound.name} ${building.name}`, term),
      ),
    ),
    ...person.gridMembers.map(({ grid, ...term }) => held('grid_member', 'grid', grid.name, term)),
    ...person.workers.flatMap(({ leads }) =>
      leads.map(({ zone, ...term }) => held('zone_lead', 'zone', zone.name, term)),
    ),
    ...person.workers.map((term) => held('worker', 'own', null, term)),
  ]
}

/** What is shown of an account, with the names of the places that its grants point at. */
export function rowOf(account: Found, names: ReadonlyMap<string, string>): AccountRow {
  const { id, username, displayName, createdAt, version, person } = account
  const granted = account.grants.map(({ id: grantId, role, scopeKind, scopeId, startsOn, endsOn }) => ({
    key: grantId,
    grantId,
    role,
    scopeKind,
    place: scopeId ? (names.get(scopeId) ?? null) : null,
    startsOn,
    endsOn,
  }))
  return {
    id,
    username,
    displayName,
    createdAt,
    version,
    state: stateOf(account),
    roles: [...granted, ...(person ? appointedRoles(person) : [])],
    person: person ? { id: person.id, name: person.name } : null,
    lastSeenAt: account.sessions[0]?.lastSeenAt ?? null,
    hasSecondFactor: account.totpSince !== null,
  }
}
