import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { dateOf, dayFrom, inTermOn } from '@/server/term'
import { holdZone } from '../register/commands'
import type { NewLead } from './schema'

type Term = { startsOn: Date; endsOn: Date | null }

/** Whether somebody leads the zone on a day of the term; both ends belong to it. */
async function isLed({ tx, principal }: Act, zoneId: string, term: Term): Promise<boolean> {
  const other = await tx.zoneLead.findFirst({
    where: {
      streetId: principal.streetId,
      zoneId,
      ...(term.endsOn ? { startsOn: { lte: term.endsOn } } : {}),
      OR: [{ endsOn: null }, { endsOn: { gte: term.startsOn } }],
    },
    select: { id: true },
  })
  return other !== null
}

/** Appoints a worker to lead a zone; the zone is held meanwhile, so that of two who appoint at once one is told. */
export async function appointLead(
  act: Act,
  zoneId: string,
  { workerId, ...days }: NewLead,
): Promise<
  Result<
    { id: string },
    'not-found' | 'has-ended' | 'ends-before-start' | 'unknown-reference' | 'zone-has-lead'
  >
> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const zone = await holdZone(act, zoneId)
  if (!zone) return refuse('not-found')
  if (zone.endedAt) return refuse('has-ended')
  if (days.endsOn !== null && days.endsOn < days.startsOn)
    return refuse('ends-before-start', { endsOn: 'ends-before-start' })
  const term = { startsOn: dateOf(days.startsOn), endsOn: days.endsOn === null ? null : dateOf(days.endsOn) }
  const worker = await tx.worker.findFirst({
    where: { AND: [{ streetId, id: workerId }, inTermOn(term.startsOn)] },
    select: { person: { select: { name: true } } },
  })
  if (!worker) return refuse('unknown-reference', { workerId: 'unknown-reference' })
  if (await isLed(act, zoneId, term)) return refuse('zone-has-lead')
  const id = uuidv7(now)
  await tx.zoneLead.create({ data: { streetId, id, zoneId, workerId, ...term }, select: { id: true } })
  await recordAudit(act, {
    action: 'zone.lead',
    subject: { kind: 'zone', id: zoneId },
    changes: {
      lead: { from: null, to: worker.person.name },
      startsOn: { from: null, to: days.startsOn },
      ...(days.endsOn === null ? {} : { endsOn: { from: null, to: days.endsOn } }),
    },
  })
  return ok({ id })
}

/** Sets the last day of a term that had none. */
export async function endLead(
  act: Act,
  zoneId: string,
  id: string,
  endsOn: string,
): Promise<Result<null, 'not-found' | 'has-ended' | 'ends-before-start'>> {
  const { tx, principal } = act
  if (!(await holdZone(act, zoneId))) return refuse('not-found')
  const lead = await tx.zoneLead.findFirst({
    where: { streetId: principal.streetId, id, zoneId },
    select: { startsOn: true, endsOn: true, worker: { select: { person: { select: { name: true } } } } },
  })
  if (!lead) return refuse('not-found')
  if (lead.endsOn !== null) return refuse('has-ended')
  const last = dateOf(endsOn)
  if (last < lead.startsOn) return refuse('ends-before-start', { endsOn: 'ends-before-start' })
  await tx.zoneLead.update({
    where: { streetId_id: { streetId: principal.streetId, id } },
    data: { endsOn: last },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'zone.lead-end',
    subject: { kind: 'zone', id: zoneId },
    changes: {
      lead: { from: lead.worker.person.name, to: null },
      endsOn: { from: null, to: dayFrom(last) },
    },
  })
  return ok(null)
}
