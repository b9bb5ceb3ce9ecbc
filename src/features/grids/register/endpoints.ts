import { ok, refuse } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { workbookOf } from '@/server/workbook'
import { addGrid, changeGrid, endGrid, resumeGrid } from './commands'
import { compoundChoices, findGrid, gridsToExport, listGrids } from './queries'
import { compoundSearch, gridChanges, gridFilter, gridKey, gridVersion, newGrid } from './schema'

export const getGrids = endpoint({
  method: 'GET',
  path: '/grids',
  summary: 'Grids, a page at a time',
  allow: 'grids.read',
  query: gridFilter,
  run: async (act, { query }) => ok(await listGrids(act, query)),
})

export const getGrid = endpoint({
  method: 'GET',
  path: '/grids/{id}',
  summary: 'One grid with its compounds, buildings and members',
  allow: 'grids.read',
  params: gridKey,
  run: async (act, { params }) => {
    const grid = await findGrid(act, params.id)
    return grid ? ok(grid) : refuse('not-found')
  },
})

export const postGrid = endpoint({
  method: 'POST',
  path: '/grids',
  summary: 'Add a grid',
  allow: 'grids.write',
  body: newGrid,
  status: 201,
  idempotent: true,
  run: (act, { body }) => addGrid(act, body),
})

export const patchGrid = endpoint({
  method: 'PATCH',
  path: '/grids/{id}',
  summary: 'Change a grid, as of the version that was read',
  allow: 'grids.write',
  params: gridKey,
  body: gridChanges,
  idempotent: true,
  run: (act, { params, body }) => changeGrid(act, params.id, body),
})

export const postGridEnd = endpoint({
  method: 'POST',
  path: '/grids/{id}/end',
  summary: 'Take a grid out of use',
  allow: 'grids.write',
  params: gridKey,
  body: gridVersion,
  idempotent: true,
  run: (act, { params, body }) => endGrid(act, params.id, body.version),
})

export const postGridResumption = endpoint({
  method: 'POST',
  path: '/grids/{id}/resumption',
  summary: 'Bring an ended grid back',
  allow: 'grids.write',
  params: gridKey,
  body: gridVersion,
  idempotent: true,
  run: (act, { params, body }) => resumeGrid(act, params.id, body.version),
})

export const getGridCompoundOptions = endpoint({
  method: 'GET',
  path: '/grids/compound-options',
  summary: 'Compounds that a grid can cover, found by name or pinyin',
  allow: 'grids.write',
  query: compoundSearch,
  run: async (act, { query }) => ok(await compoundChoices(act, query.q)),
})

export const postGridExport = endpoint({
  method: 'POST',
  path: '/grids/export',
  summary: 'Grids as a workbook; the export is recorded',
  allow: 'registers.export',
  body: gridFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body, locale }) => {
    const rows = await gridsToExport(act, body)
    await recordAudit(act, {
      action: 'grid.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        locale,
        'grids',
        [
          { heading: 'community', value: ({ community }) => community.name },
          { heading: 'gridCode', value: ({ code }) => code },
          { heading: 'gridName', width: 20, value: ({ name }) => name },
          { heading: 'branch', width: 20, value: ({ branchName }) => branchName },
          {
            heading: 'forces',
            width: 30,
            value: ({ forces }, say) => forces.map((force) => say(`grids.forces.${force}`)).join('、'),
          },
          {
            heading: 'compoundsCovered',
            width: 40,
            value: ({ compounds }) => compounds.map(({ compound }) => compound.name).join('、'),
          },
          { heading: 'buildings', value: ({ buildingCount }) => buildingCount },
          {
            heading: 'gridMembers',
            width: 20,
            value: ({ members }) => members.map(({ person }) => person.name).join('、'),
          },
        ],
        rows,
      ),
    )
  },
})
