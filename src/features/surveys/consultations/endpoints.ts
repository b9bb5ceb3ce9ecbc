import { dayOf, formatTime } from '@/core/instants'
import { ok, refuse } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { dayFrom } from '@/server/term'
import { workbookOf } from '@/server/workbook'
import {
  addConsultation,
  changeConsultation,
  followUp,
  publishConsultation,
  withdrawConsultation,
} from './commands'
import { consultationsToExport, findConsultation, listConsultations } from './queries'
import {
  consultationChanges,
  consultationFilter,
  consultationKey,
  consultationVersion,
  followed,
  newConsultation,
  publication,
} from './schema'

export const getConsultations = endpoint({
  method: 'GET',
  path: '/consultations',
  summary: 'Consultations, the latest first, a page at a time',
  allow: 'consultations.read',
  query: consultationFilter,
  run: async (act, { query }) => ok(await listConsultations(act, query)),
})

export const getConsultation = endpoint({
  method: 'GET',
  path: '/consultations/{id}',
  summary: 'One consultation with its minutes',
  allow: 'consultations.read',
  params: consultationKey,
  run: async (act, { params }) => {
    const found = await findConsultation(act, params.id)
    return found ? ok(found) : refuse('not-found')
  },
})

export const postConsultation = endpoint({
  method: 'POST',
  path: '/consultations',
  summary: 'Write down a consultation',
  allow: 'consultations.write',
  body: newConsultation,
  status: 201,
  idempotent: true,
  run: (act, { body }) => addConsultation(act, body),
})

export const patchConsultation = endpoint({
  method: 'PATCH',
  path: '/consultations/{id}',
  summary: 'Change a consultation, as of the version that was read',
  allow: 'consultations.write',
  params: consultationKey,
  body: consultationChanges,
  idempotent: true,
  run: (act, { params, body }) => changeConsultation(act, params.id, body),
})

export const postConsultationFollowUp = endpoint({
  method: 'POST',
  path: '/consultations/{id}/follow-up',
  summary: 'Say that what was agreed has been followed up',
  allow: 'consultations.write',
  params: consultationKey,
  body: followed,
  idempotent: true,
  run: (act, { params, body }) => followUp(act, params.id, body),
})

export const postConsultationPublication = endpoint({
  method: 'POST',
  path: '/consultations/{id}/publication',
  summary: 'Publish a part of a consultation, in words for all',
  allow: 'consultations.write',
  params: consultationKey,
  body: publication,
  idempotent: true,
  run: (act, { params, body }) => publishConsultation(act, params.id, body),
})

export const postConsultationWithdrawal = endpoint({
  method: 'POST',
  path: '/consultations/{id}/withdrawal',
  summary: 'Take a consultation back from the public pages',
  allow: 'consultations.write',
  params: consultationKey,
  body: consultationVersion,
  idempotent: true,
  run: (act, { params, body }) => withdrawConsultation(act, params.id, body.version),
})

export const postConsultationExport = endpoint({
  method: 'POST',
  path: '/consultations/export',
  summary: 'Consultations as a workbook; the export is recorded',
  allow: 'registers.export',
  body: consultationFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body, locale }) => {
    const rows = await consultationsToExport(act, body)
    await recordAudit(act, {
      action: 'consultation.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        locale,
        'consultations',
        [
          {
            heading: 'happenedAt',
            width: 18,
            value: ({ heldAt }) => `${dayOf(heldAt)} ${formatTime(heldAt)}`,
          },
          { heading: 'ofCommunity', value: ({ community }) => community.name },
          { heading: 'compound', width: 18, value: ({ compound }) => compound?.name ?? null },
          { heading: 'topic', width: 28, value: ({ topic }) => topic },
          { heading: 'place', width: 20, value: ({ place }) => place },
          { heading: 'peopleCount', value: ({ peopleCount }) => peopleCount },
          { heading: 'decision', width: 40, value: ({ decision }) => decision },
          { heading: 'followUp', width: 30, value: ({ followUp: agreed }) => agreed },
          { heading: 'dueOn', value: ({ followUpDueOn }) => (followUpDueOn ? dayFrom(followUpDueOn) : null) },
        ],
        rows,
      ),
    )
  },
})
