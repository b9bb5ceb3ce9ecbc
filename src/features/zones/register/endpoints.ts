import { ok, refuse } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { workbookOf } from '@/server/workbook'
import { addZone, confirmZone, endZone, renameZone, resumeZone } from './commands'
import { findZone, listZones, zonesToExport } from './queries'
import { newZone, zoneChanges, zoneFilter, zoneKey, zoneVersion } from './schema'

export const getZones = endpoint({
  method: 'GET',
  path: '/zones',
  summary: 'Zones, a page at a time, with the sums over their compounds',
  allow: 'zones.read',
  query: zoneFilter,
  run: async (act, { query }) => ok(await listZones(act, query)),
})

export const getZone = endpoint({
  method: 'GET',
  path: '/zones/{id}',
  summary: 'One zone with its compounds and leads',
  allow: 'zones.read',
  params: zoneKey,
  run: async (act, { params }) => {
    const zone = await findZone(act, params.id)
    return zone ? ok(zone) : refuse('not-found')
  },
})

export const postZone = endpoint({
  method: 'POST',
  path: '/zones',
  summary: 'Add a zone, provisional until it is confirmed',
  allow: 'zones.write',
  body: newZone,
  status: 201,
  idempotent: true,
  run: (act, { body }) => addZone(act, body),
})

export const patchZone = endpoint({
  method: 'PATCH',
  path: '/zones/{id}',
  summary: 'Rename a zone, as of the version that was read',
  allow: 'zones.write',
  params: zoneKey,
  body: zoneChanges,
  idempotent: true,
  run: (act, { params, body }) => renameZone(act, params.id, body),
})

export const postZoneConfirmation = endpoint({
  method: 'POST',
  path: '/zones/{id}/confirmation',
  summary: 'Confirm a provisional zone',
  allow: 'zones.confirm',
  params: zoneKey,
  body: zoneVersion,
  idempotent: true,
  run: (act, { params, body }) => confirmZone(act, params.id, body.version),
})

export const postZoneEnd = endpoint({
  method: 'POST',
  path: '/zones/{id}/end',
  summary: 'End a zone that holds no compound and has no lead',
  allow: 'zones.write',
  params: zoneKey,
  body: zoneVersion,
  idempotent: true,
  run: (act, { params, body }) => endZone(act, params.id, body.version),
})

export const postZoneResumption = endpoint({
  method: 'POST',
  path: '/zones/{id}/resumption',
  summary: 'Bring an ended zone back',
  allow: 'zones.write',
  params: zoneKey,
  body: zoneVersion,
  idempotent: true,
  run: (act, { params, body }) => resumeZone(act, params.id, body.version),
})

export const postZoneExport = endpoint({
  method: 'POST',
  path: '/zones/export',
  summary: 'Zones as a workbook; the export is recorded',
  allow: 'registers.export',
  body: zoneFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body, locale }) => {
    const rows = await zonesToExport(act, body)
    await recordAudit(act, {
      action: 'zone.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        locale,
        'zones',
        [
          { heading: 'zone', value: ({ name }) => name },
          {
            heading: 'state',
            value: ({ provisional }, say) =>
              say(provisional ? 'workbooks.provisional' : 'workbooks.confirmed'),
          },
          { heading: 'lead', value: ({ lead }) => lead },
          { heading: 'compounds', value: ({ totals }) => totals.compounds },
          { heading: 'buildings', value: ({ totals }) => totals.buildings },
          { heading: 'households', value: ({ totals }) => totals.households },
          { heading: 'over60', value: ({ totals }) => totals.over60 },
          { heading: 'area', value: ({ totals }) => totals.areaSquareMetres },
          { heading: 'unmanaged', value: ({ totals }) => totals.stages.none },
          { heading: 'managed', value: ({ totals }) => totals.stages.managed },
          { heading: 'wellManaged', value: ({ totals }) => totals.stages.good },
          { heading: 'pilot', value: ({ totals }) => totals.pilots },
        ],
        rows,
      ),
    )
  },
})
