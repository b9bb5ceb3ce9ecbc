import { createHash, randomBytes } from 'node:crypto'
import { decode } from 'next-auth/jwt'
import { env } from '@/env'
import { Prisma } from '@/generated/prisma/client'
import type { Role } from '@/generated/prisma/enums'
import { db } from './db'
import type { Permission } from './permissions'
import type { Grant, Principal, Scope } from './principal'

const NAME = 'next-auth.session-token'

/** The session cookie's name; over https browsers guard it by its prefix. */
export const sessionCookieName = (): string =>
  env().NEXTAUTH_URL.startsWith('https:') ? `__Secure-${NAME}` : NAME

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')
export const newToken = (): string => randomBytes(32).toString('base64url')

/** How long a session lives at most, and how long it may lie unused. */
export const SESSION_DAYS = 30
const IDLE_DAYS = 14

export function sessionCookieOf(request: Request): string | null {
  const name = sessionCookieName()
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2)
    if (key === name && value) return value
  }
  return null
}

type GrantRow = { role: Role; kind: Scope['kind']; ids: string[] | null }
type PrincipalRow = {
  street_id: string
  account_id: string
  person_id: string | null
  display_name: string
  totp: boolean
  totp_required: boolean
  stale: boolean
  grants: GrantRow[] | null
}

/** Who a session cookie stands for at this moment, or null; session, account, grants and appointments come in one query. */
export async function principalOf(cookie: string, now: Date): Promise<Principal | null> {
  const token = await decode({ token: cookie, secret: env().NEXTAUTH_SECRET }).catch(() => null)
  const sessionToken = token?.sessionToken
  if (typeof sessionToken !== 'string') return null
  const sessionHash = hashToken(sessionToken)
  const today = Prisma.sql`(${now}::timestamptz AT TIME ZONE 'Asia/Shanghai')::date`
  const inTerm = (table: string) => {
    const name = Prisma.raw(table)
    return Prisma.sql`${name}.starts_on <= ${today} AND (${name}.ends_on IS NULL OR ${name}.ends_on >= ${today})`
  }
  const rows = await db().$queryRaw<PrincipalRow[]>`
    SELECT a.street_id, a.id AS account_id, p.id AS person_id, a.display_name,
      a.totp_since IS NOT NULL AS totp,
      coalesce((st.settings ->> 'totpRequired')::boolean, false) AS totp_required,
      s.last_seen_at < ${now}::timestamptz - interval '5 minutes' AS stale,
      (SELECT json_agg(g) FROM (
        SELECT r.role::text AS role, r.scope_kind AS kind, CASE WHEN r.scope_id IS NULL THEN NULL ELSE ARRAY[r.scope_id::text] END AS ids
          FROM role_grant r WHERE r.street_id = a.street_id AND r.account_id = a.id AND ${inTerm('r')}
        UNION ALL
        SELECT 'captain', 'building', array_agg(cb.building_id::text)
          FROM captain_appointment c JOIN captain_building cb ON cb.street_id = c.street_id AND cb.appointment_id = c.id
          WHERE c.street_id = p.street_id AND c.person_id = p.id AND ${inTerm('c')} AND ${inTerm('cb')} HAVING count(*) > 0
        UNION ALL
        SELECT 'grid_member', 'grid', array_agg(gm.grid_id::text)
          FROM grid_member gm WHERE gm.street_id = p.street_id AND gm.person_id = p.id AND ${inTerm('gm')} HAVING count(*) > 0
        UNION ALL
        SELECT 'zone_lead', 'zone', array_agg(zl.zone_id::text)
          FROM worker w JOIN zone_lead zl ON zl.street_id = w.street_id AND zl.worker_id = w.id
          WHERE w.street_id = p.street_id AND w.person_id = p.id AND ${inTerm('w')} AND ${inTerm('zl')} HAVING count(*) > 0
        UNION ALL
        SELECT 'worker', 'own', NULL
          FROM worker w WHERE w.street_id = p.street_id AND w.person_id = p.id AND ${inTerm('w')}
      ) g) AS grants
    FROM session s
    JOIN account a ON a.street_id = s.street_id AND a.id = s.account_id
    JOIN street st ON st.id = a.street_id
    LEFT JOIN person p ON p.street_id = a.street_id AND p.account_id = a.id
    WHERE s.token_hash = ${sessionHash} AND s.revoked_at IS NULL AND s.expires_at > ${now}
      AND s.last_seen_at > ${now}::timestamptz - make_interval(days => ${IDLE_DAYS})
      AND a.suspended_at IS NULL`
  const row = rows[0]
  if (!row) return null
  if (row.stale)
    await db().session.updateMany({ where: { tokenHash: sessionHash }, data: { lastSeenAt: now } })
  const grants = (row.grants ?? []).map(grantOf)
  const guarded = grants.some(({ role }) => role === 'street_admin' || role === 'dispatcher')
  return {
    streetId: row.street_id,
    accountId: row.account_id,
    personId: row.person_id,
    name: row.display_name,
    sessionHash,
    grants,
    mustSetUpTotp: (row.totp_required || env().TOTP_REQUIRED) && guarded && !row.totp,
  }
}

/** What a key may give at most. */
export const KEY_PERMISSIONS = [
  'requests.report',
  'requests.read',
  'places.read',
] as const satisfies readonly Permission[]
const KEY = /^lz_[\w-]{43}$/
const USED_MS = 60_000

export const newKey = (): string => `lz_${newToken()}`

/** The key of a call with `Authorization: Bearer …`, if it has one. */
export const bearerOf = (request: Request): string | null =>
  /^Bearer (\S{1,200})$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null

/** Who a machine's key stands for at this moment, or null: what it gives, in one community or the whole street. */
export async function keyPrincipalOf(key: string, now: Date): Promise<Principal | null> {
  if (!KEY.test(key)) return null
  const keyHash = hashToken(key)
  const found = await db().apiKey.findFirst({
    where: { keyHash, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    select: { streetId: true, id: true, name: true, scopes: true, communityId: true, lastUsedAt: true },
  })
  if (!found) return null
  if (!found.lastUsedAt || now.getTime() - found.lastUsedAt.getTime() > USED_MS)
    await db().apiKey.updateMany({ where: { keyHash }, data: { lastUsedAt: now } })
  const { communityId } = found
  return {
    streetId: found.streetId,
    accountId: found.id,
    personId: null,
    name: found.name,
    sessionHash: keyHash,
    grants: [
      {
        role: 'dispatcher',
        scope: communityId ? { kind: 'community', ids: [communityId] } : { kind: 'street' },
      },
    ],
    mustSetUpTotp: false,
    only: KEY_PERMISSIONS.filter((permission) => found.scopes.includes(permission)),
  }
}

function grantOf({ role, kind, ids }: GrantRow): Grant {
  if (kind === 'street' || kind === 'own') return { role, scope: { kind } }
  return { role, scope: { kind, ids: ids ?? [] } }
}
