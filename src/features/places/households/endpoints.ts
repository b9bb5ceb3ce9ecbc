import { ok, refuse } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { workbookOf } from '@/server/workbook'
import { findBuilding } from '../buildings/queries'
import { buildingKey } from '../buildings/schema'
import {
  addHousehold,
  addHouseholds,
  changeHousehold,
  endHousehold,
  previewHouseholds,
  resumeHousehold,
} from './commands'
import { findHousehold, householdsToExport, listHouseholds } from './queries'
import {
  householdChanges,
  householdFilter,
  householdKey,
  householdRange,
  householdVersion,
  newHousehold,
  writtenHouseholdRange,
} from './schema'

export const getHouseholds = endpoint({
  method: 'GET',
  path: '/buildings/{id}/households',
  summary: 'Households of a building, a page at a time',
  allow: 'places.read',
  params: buildingKey,
  query: householdFilter,
  run: async (act, { params, query }) =>
    (await findBuilding(act, params.id))
      ? ok(await listHouseholds(act, params.id, query))
      : refuse('not-found'),
})

export const postHousehold = endpoint({
  method: 'POST',
  path: '/buildings/{id}/households',
  summary: 'Add one household to a stairwell of a building',
  allow: 'places.write',
  params: buildingKey,
  body: newHousehold,
  status: 201,
  idempotent: true,
  run: (act, { params, body }) => addHousehold(act, params.id, body),
})

export const getHouseholdRange = endpoint({
  method: 'GET',
  path: '/buildings/{id}/households/range',
  summary: 'What adding the doors of some floors would add, and which exist already',
  allow: 'places.write',
  params: buildingKey,
  query: writtenHouseholdRange,
  run: (act, { params, query }) => previewHouseholds(act, params.id, query),
})

export const postHouseholdRange = endpoint({
  method: 'POST',
  path: '/buildings/{id}/households/range',
  summary: 'Add the doors of some floors that are not registered yet, at most 400',
  allow: 'places.write',
  params: buildingKey,
  body: householdRange,
  status: 201,
  idempotent: true,
  run: (act, { params, body }) => addHouseholds(act, params.id, body),
})

export const postHouseholdExport = endpoint({
  method: 'POST',
  path: '/buildings/{id}/households/export',
  summary: 'Households of a building as a workbook; the export is recorded',
  allow: 'registers.export',
  params: buildingKey,
  body: householdFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { params, body, locale }) => {
    const building = await findBuilding(act, params.id, 'registers.export')
    if (!building) return refuse('not-found')
    const rows = await householdsToExport(act, params.id, body)
    await recordAudit(act, {
      action: 'household.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        locale,
        'households',
        [
          { heading: 'compoundName', width: 20, value: () => building.compound.name },
          { heading: 'buildingNumber', value: () => building.name },
          { heading: 'stairwell', value: ({ stairwell }) => stairwell.name },
          { heading: 'room', value: ({ room }) => room },
        ],
        rows,
      ),
    )
  },
})

export const getHousehold = endpoint({
  method: 'GET',
  path: '/households/{id}',
  summary: 'One household',
  allow: 'places.read',
  params: householdKey,
  run: async (act, { params }) => {
    const household = await findHousehold(act, params.id)
    return household ? ok(household) : refuse('not-found')
  },
})

export const patchHousehold = endpoint({
  method: 'PATCH',
  path: '/households/{id}',
  summary: 'Rename a household’s door, as of the version that was read',
  allow: 'places.write',
  params: householdKey,
  body: householdChanges,
  idempotent: true,
  run: (act, { params, body }) => changeHousehold(act, params.id, body),
})

export const postHouseholdEnd = endpoint({
  method: 'POST',
  path: '/households/{id}/end',
  summary: 'Take a household out of use',
  allow: 'places.write',
  params: householdKey,
  body: householdVersion,
  idempotent: true,
  run: (act, { params, body }) => endHousehold(act, params.id, body.version),
})

export const postHouseholdResumption = endpoint({
  method: 'POST',
  path: '/households/{id}/resumption',
  summary: 'Bring an ended household back',
  allow: 'places.write',
  params: householdKey,
  body: householdVersion,
  idempotent: true,
  run: (act, { params, body }) => resumeHousehold(act, params.id, body.version),
})
