import { ok, refuse } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { workbookOf } from '@/server/workbook'
import { addBuilding, changeBuilding, endBuilding, resumeBuilding } from './commands'
import { buildingsToExport, findBuilding, listBuildings } from './queries'
import { buildingChanges, buildingFilter, buildingKey, buildingVersion, newBuilding } from './schema'

export const getBuildings = endpoint({
  method: 'GET',
  path: '/buildings',
  summary: 'Buildings, a page at a time',
  allow: 'places.read',
  query: buildingFilter,
  run: async (act, { query }) => ok(await listBuildings(act, query)),
})

export const getBuilding = endpoint({
  method: 'GET',
  path: '/buildings/{id}',
  summary: 'One building with its stairwells',
  allow: 'places.read',
  params: buildingKey,
  run: async (act, { params }) => {
    const building = await findBuilding(act, params.id)
    return building ? ok(building) : refuse('not-found')
  },
})

export const postBuilding = endpoint({
  method: 'POST',
  path: '/buildings',
  summary: 'Add a building with its stairwells and their notice boards',
  allow: 'places.write',
  body: newBuilding,
  status: 201,
  idempotent: true,
  run: (act, { body }) => addBuilding(act, body),
})

export const patchBuilding = endpoint({
  method: 'PATCH',
  path: '/buildings/{id}',
  summary: 'Change a building, as of the version that was read',
  allow: 'places.write',
  params: buildingKey,
  body: buildingChanges,
  idempotent: true,
  run: (act, { params, body }) => changeBuilding(act, params.id, body),
})

export const postBuildingEnd = endpoint({
  method: 'POST',
  path: '/buildings/{id}/end',
  summary: 'Take a building out of use',
  allow: 'places.write',
  params: buildingKey,
  body: buildingVersion,
  idempotent: true,
  run: (act, { params, body }) => endBuilding(act, params.id, body.version),
})

export const postBuildingResumption = endpoint({
  method: 'POST',
  path: '/buildings/{id}/resumption',
  summary: 'Bring an ended building back',
  allow: 'places.write',
  params: buildingKey,
  body: buildingVersion,
  idempotent: true,
  run: (act, { params, body }) => resumeBuilding(act, params.id, body.version),
})

export const postBuildingExport = endpoint({
  method: 'POST',
  path: '/buildings/export',
  summary: 'Buildings as a workbook; the export is recorded',
  allow: 'registers.export',
  body: buildingFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body, locale }) => {
    const rows = await buildingsToExport(act, body)
    await recordAudit(act, {
      action: 'building.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        locale,
        'buildings',
        [
          { heading: 'community', value: ({ compound }) => compound.community.name },
          { heading: 'compoundName', width: 20, value: ({ compound }) => compound.name },
          { heading: 'buildingNumber', value: ({ name }) => name },
          { heading: 'stairwells', value: ({ stairwellCount }) => stairwellCount },
          { heading: 'floors', value: ({ floors }) => floors },
          { heading: 'households', value: ({ householdCount }) => householdCount },
          { heading: 'gridCode', value: ({ grid }) => grid?.code ?? null },
          { heading: 'grid', value: ({ grid }) => grid?.name ?? null },
          { heading: 'captain', value: ({ captain }) => captain?.name ?? null },
        ],
        rows,
      ),
    )
  },
})
