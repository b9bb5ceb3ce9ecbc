import { buildingNumber } from '@/core/building-numbers'
import { distanceMetres } from '@/core/geo'
import { parsePhone } from '@/core/phone'
import { ok, type Result, refuse } from '@/core/result'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { takeTurn } from '@/server/turn'
import { compoundsWithin } from '../../places/policy'
import { fileRequest, type Site } from '../intake/commands'
import type { RequestPosted } from './schema'

/** How far from a compound's own point something may lie to be taken for its. */
const NEAR_METRES = 500

const COMPOUND = {
  id: true,
  name: true,
  stars: true,
  longitude: true,
  latitude: true,
} satisfies Prisma.CompoundSelect
type Compound = Prisma.CompoundGetPayload<{ select: typeof COMPOUND }>

const siteIn = ({ id, stars }: Compound, buildingId: string | null = null): Site => ({
  compoundId: id,
  buildingId,
  stairwellId: null,
  stars,
})

/** The building or compound of that id. */
async function siteById(
  { tx, principal }: Act,
  compounds: readonly Compound[],
  id: string,
): Promise<Site | null> {
  const compound = compounds.find((one) => one.id === id)
  if (compound) return siteIn(compound)
  const building = await tx.building.findFirst({
    where: { streetId: principal.streetId, id, endedAt: null },
    select: { id: true, compoundId: true },
  })
  const around = building && compounds.find((one) => one.id === building.compoundId)
  return around ? siteIn(around, building.id) : null
}

/** The compound whose name an address holds, the longest name first, and the building whose number follows it. */
async function siteByAddress(
  { tx, principal }: Act,
  compounds: readonly Compound[],
  address: string,
): Promise<Site | null> {
  const text = address.replace(/\s+/g, '')
  const [compound] = compounds
    .filter(({ name }) => text.includes(name))
    .sort((one, other) => other.name.length - one.name.length)
  if (!compound) return null
  const after = text.slice(text.indexOf(compound.name) + compound.name.length)
  const written = /^[^\d\p{Script=Han}a-z]*(.{1,8}?(?:号楼|幢|栋|座|#))/iu.exec(after)?.[1]
  const number = written ? buildingNumber(written) : null
  if (!number) return siteIn(compound)
  const building = await tx.building.findFirst({
    where: { streetId: principal.streetId, compoundId: compound.id, number, endedAt: null },
    select: { id: true },
  })
  return siteIn(compound, building?.id ?? null)
}

/** The compound nearest to a point, if it is near at all. */
function siteByPoint(compounds: readonly Compound[], latitude: number, longitude: number): Site | null {
  const [nearest] = compounds
    .flatMap((compound) =>
      compound.longitude === null || compound.latitude === null
        ? []
        : [
            {
              compound,
              metres: distanceMetres(
                { longitude, latitude },
                { longitude: compound.longitude, latitude: compound.latitude },
              ),
            },
          ],
    )
    .sort((one, other) => one.metres - other.metres)
  return nearest && nearest.metres <= NEAR_METRES ? siteIn(nearest.compound) : null
}

/** The place that is meant: by id, else by the words of the address, else by the point. */
async function siteOf(act: Act, posted: RequestPosted): Promise<Site | null> {
  const compounds = await act.tx.compound.findMany({
    where: { AND: [compoundsWithin(act.principal, 'requests.report'), { endedAt: null }] },
    select: COMPOUND,
  })
  if (posted.address_id) return siteById(act, compounds, posted.address_id)
  const byAddress = posted.address_string ? await siteByAddress(act, compounds, posted.address_string) : null
  if (byAddress) return byAddress
  return posted.lat !== undefined && posted.long !== undefined
    ? siteByPoint(compounds, posted.lat, posted.long)
    : null
}

export type PostRefusal = 'service' | 'place' | 'phone'

/** The request that this system has sent under the same number, if it is here; those who send it at once wait for one another. */
async function alreadyFiled({ tx, principal }: Act, sourceNumber: string): Promise<string | null> {
  const { streetId } = principal
  await takeTurn(tx, `open311 ${streetId} ${sourceNumber}`)
  const known = await tx.request.findFirst({
    where: { streetId, source: 'open311', sourceNumber },
    select: { number: true },
  })
  return known?.number ?? null
}

/** Files what another system reports; the same number of its own is one request, however often it comes. */
export async function postForSystem(
  act: Act,
  posted: RequestPosted,
): Promise<Result<{ number: string }, PostRefusal>> {
  const { tx, principal, now } = act
  const sourceNumber = posted['attribute[source_number]'] ?? null
  const known = sourceNumber ? await alreadyFiled(act, sourceNumber) : null
  if (known) return ok({ number: known })
  const category = await tx.requestCategory.findFirst({
    where: { streetId: principal.streetId, code: posted.service_code, endedAt: null },
    select: { id: true },
  })
  if (!category) return refuse('service')
  const phone = posted.phone ? parsePhone(posted.phone) : null
  if (phone && !phone.ok) return refuse('phone')
  const site = await siteOf(act, posted)
  if (!site) return refuse('place')
  const name = [posted.last_name, posted.first_name].filter(Boolean).join('')
  const filed = await fileRequest(tx, principal.streetId, now, {
    site,
    source: 'open311',
    sourceNumber,
    categoryId: category.id,
    words: posted.description,
    place: posted['attribute[place]'] ?? posted.address_string?.slice(0, 100) ?? null,
    reporterName: name || null,
    reporterPhone: phone?.value ?? null,
    actor: { accountId: null, name: principal.name, kind: 'system' },
  })
  if (!filed.ok) return refuse('service')
  await recordAudit(act, { action: 'request.report', subject: { kind: 'request', id: filed.value.id } })
  return ok({ number: filed.value.number })
}
