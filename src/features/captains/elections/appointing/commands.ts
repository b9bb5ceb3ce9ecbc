import { addDays, type Day, dayOf } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { dateOf, dayFrom, todayOf } from '@/server/term'
import { writeAppointment } from '../../appointments/commands'
import { claimSites } from '../../buildings/commands'
import { claimElection, type Written, writeElection } from '../commands'
import { predecessorsOf } from '../queries'
import { lastDayOf, mayMove } from '../rules'
import type { Appointing } from '../schema'

type Held = Awaited<ReturnType<typeof predecessorsOf>>

/** Ends what predecessors still hold of the buildings on a day; who holds nothing more has ended the whole appointment. */
async function succeed(act: Act, held: Held, lastDay: Day): Promise<void> {
  const { tx, principal } = act
  const { streetId } = principal
  const day = dateOf(lastDay)
  for (const { appointmentId, buildingId, startsOn } of held)
    await tx.captainBuilding.update({
      where: {
        streetId_appointmentId_buildingId_startsOn: { streetId, appointmentId, buildingId, startsOn },
      },
      data: { endsOn: day },
      select: { buildingId: true },
    })
  for (const appointmentId of new Set(held.map((one) => one.appointmentId))) {
    const more = await tx.captainBuilding.count({
      where: { streetId, appointmentId, OR: [{ endsOn: null }, { endsOn: { gt: day } }] },
    })
    if (more > 0) continue
    await tx.captainAppointment.update({
      where: { streetId_id: { streetId, id: appointmentId } },
      data: { endsOn: day, endKind: 'succeeded', version: { increment: 1 } },
      select: { id: true },
    })
    await recordAudit(act, {
      action: 'captain.end',
      subject: { kind: 'captain', id: appointmentId },
      changes: changesBetween({}, { endsOn: lastDay, endKind: 'succeeded' }),
    })
  }
}

/** Writes the appointment for a term, once the choice has been public for its days and no objection is open. */
export async function appointElected(
  act: Act,
  id: string,
  { startsOn, duties, replaces, version }: Appointing,
): Promise<
  Result<
    Written & { appointmentId: string },
    | 'not-found'
    | 'step-not-possible'
    | 'stale-version'
    | 'publicity-running'
    | 'objection-open'
    | 'unknown-reference'
    | 'building-has-captain'
  >
> {
  const { tx, principal, now } = act
  const before = await claimElection(act, id)
  if (!before) return refuse('not-found')
  if (!mayMove('appoint', before)) return refuse('step-not-possible')
  if (before.version !== version) return refuse('stale-version')
  if (!before.publicTo || dayOf(now) <= dayFrom(before.publicTo)) return refuse('publicity-running')
  if (startsOn <= dayFrom(before.publicTo))
    return refuse('publicity-running', { startsOn: 'publicity-running' })
  if (before.objections.some(({ state }) => state === 'open')) return refuse('objection-open')
  const winner = before.nominees.find((nominee) => nominee.id === before.winnerId)
  const sites = await claimSites(
    act,
    before.buildings.map((building) => building.id),
    'elections.write',
  )
  if (!sites || !winner) return refuse('unknown-reference')
  const held = await predecessorsOf(
    act,
    sites.map((site) => site.id),
    dateOf(startsOn),
  )
  // Who has not begun by then cannot have been before: two would hold the building at once.
  if (held.some((one) => !replaces || dayFrom(one.startsOn) >= startsOn))
    return refuse('building-has-captain', { startsOn: 'building-has-captain' })
  await succeed(act, held, addDays(startsOn, -1))
  const person = await tx.person.findUniqueOrThrow({
    where: { streetId_id: { streetId: principal.streetId, id: winner.person.id } },
    select: { id: true, name: true, phone: true },
  })
  const appointmentId = await writeAppointment(act, {
    person,
    startsOn,
    endsOn: lastDayOf(startsOn, before.termYears),
    duties,
    doorPlaque: false,
    sites,
  })
  const data = { state: 'appointed', appointmentId, decidedOn: todayOf(now) }
  if (!(await writeElection(act, id, version, data))) return refuse('stale-version')
  await recordAudit(act, {
    action: 'election.appoint',
    subject: { kind: 'election', id },
    changes: changesBetween({ state: before.state }, { state: 'appointed', nominee: person.name, startsOn }),
  })
  return ok({ id, version: version + 1, appointmentId })
}
