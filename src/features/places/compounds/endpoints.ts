import { ok, refuse } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { workbookOf } from '@/server/workbook'
import { addCompound, changeCompound, endCompound, resumeCompound } from './commands'
import { compoundsToExport, findCompound, listCompounds } from './queries'
import { compoundChanges, compoundFilter, compoundKey, compoundVersion, newCompound } from './schema'

export const getCompounds = endpoint({
  method: 'GET',
  path: '/compounds',
  summary: 'Compounds, a page at a time',
  allow: 'places.read',
  query: compoundFilter,
  run: async (act, { query }) => ok(await listCompounds(act, query)),
})

export const getCompound = endpoint({
  method: 'GET',
  path: '/compounds/{id}',
  summary: 'One compound with its buildings',
  allow: 'places.read',
  params: compoundKey,
  run: async (act, { params }) => {
    const compound = await findCompound(act, params.id)
    return compound ? ok(compound) : refuse('not-found')
  },
})

export const postCompound = endpoint({
  method: 'POST',
  path: '/compounds',
  summary: 'Add a compound',
  allow: 'places.write',
  body: newCompound,
  status: 201,
  idempotent: true,
  run: (act, { body }) => addCompound(act, body),
})

export const patchCompound = endpoint({
  method: 'PATCH',
  path: '/compounds/{id}',
  summary: 'Change a compound, as of the version that was read',
  allow: 'places.write',
  params: compoundKey,
  body: compoundChanges,
  idempotent: true,
  run: (act, { params, body }) => changeCompound(act, params.id, body),
})

export const postCompoundEnd = endpoint({
  method: 'POST',
  path: '/compounds/{id}/end',
  summary: 'Take a compound out of use',
  allow: 'places.write',
  params: compoundKey,
  body: compoundVersion,
  idempotent: true,
  run: (act, { params, body }) => endCompound(act, params.id, body.version),
})

export const postCompoundResumption = endpoint({
  method: 'POST',
  path: '/compounds/{id}/resumption',
  summary: 'Bring an ended compound back',
  allow: 'places.write',
  params: compoundKey,
  body: compoundVersion,
  idempotent: true,
  run: (act, { params, body }) => resumeCompound(act, params.id, body.version),
})

export const postCompoundExport = endpoint({
  method: 'POST',
  path: '/compounds/export',
  summary: 'Compounds as a workbook; the export is recorded',
  allow: 'registers.export',
  body: compoundFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body, locale }) => {
    const rows = await compoundsToExport(act, body)
    await recordAudit(act, {
      action: 'compound.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        locale,
        'compounds',
        [
          { heading: 'community', value: ({ community }) => community.name },
          { heading: 'compoundName', width: 20, value: ({ name }) => name },
          { heading: 'zone', value: ({ zoneCompound }) => zoneCompound?.zone.name ?? null },
          { heading: 'builtYear', value: ({ builtYear }) => builtYear },
          { heading: 'buildings', value: ({ buildingCount }) => buildingCount },
          { heading: 'stairwells', value: ({ stairwellCount }) => stairwellCount },
          { heading: 'households', value: ({ householdCount }) => householdCount },
          { heading: 'population', value: ({ population }) => population },
          { heading: 'over60', value: ({ over60 }) => over60 },
          { heading: 'area', value: ({ areaSquareMetres }) => areaSquareMetres },
          { heading: 'facilities', width: 40, value: ({ facilities }) => facilities.join('、') },
          { heading: 'stage', value: ({ stage }, say) => say(`stages.names.${stage}`) },
          { heading: 'pilot', value: ({ pilot }, say) => (pilot ? say('workbooks.yes') : '') },
        ],
        rows,
      ),
    )
  },
})
