import { ok, refuse } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { holds } from '@/server/principal'
import { perPrincipal } from '@/server/rate-limit'
import { dayFrom } from '@/server/term'
import { workbookOf } from '@/server/workbook'
import { receive, writeOff } from './commands'
import { findMovement, listMovements, movementsToExport, stocksWithin } from './queries'
import { materialFilter, materialKey, storeMove } from './schema'

export const getMaterials = endpoint({
  method: 'GET',
  path: '/materials',
  summary: 'Movements of logbooks, boxes, bags and plaques, a page at a time',
  allow: 'materials.read',
  query: materialFilter,
  run: async (act, { query }) => ok(await listMovements(act, query)),
})

export const getMaterialStock = endpoint({
  method: 'GET',
  path: '/materials/stock',
  summary: 'What lies in the communities’ stores',
  allow: 'materials.read',
  run: async (act) => ok({ stocks: await stocksWithin(act, undefined) }),
})

export const getMaterial = endpoint({
  method: 'GET',
  path: '/materials/{id}',
  summary: 'One movement, and what became of what was issued',
  allow: 'materials.read',
  params: materialKey,
  run: async (act, { params }) => {
    const movement = await findMovement(act, params.id)
    return movement ? ok(movement) : refuse('not-found')
  },
})

export const postMaterialReceipt = endpoint({
  method: 'POST',
  path: '/materials/receipts',
  summary: 'Take things into a community’s store',
  allow: 'materials.write',
  body: storeMove,
  status: 201,
  idempotent: true,
  run: (act, { body }) => receive(act, body),
})

export const postMaterialWriteOff = endpoint({
  method: 'POST',
  path: '/materials/write-offs',
  summary: 'Write off what is gone from a store',
  allow: 'materials.write',
  body: storeMove,
  status: 201,
  idempotent: true,
  run: (act, { body }) => writeOff(act, body),
})

export const postMaterialExport = endpoint({
  method: 'POST',
  path: '/materials/export',
  summary:
    'Movements as a workbook, without the holders of plaques for who may not know of membership; recorded',
  allow: 'registers.export',
  body: materialFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body, locale }) => {
    const rows = await movementsToExport(act, body)
    const isShown = ({ kind }: (typeof rows)[number]) =>
      kind !== 'door_plaque' || holds(act.principal, 'people.membership')
    await recordAudit(act, {
      action: 'material.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        locale,
        'materials',
        [
          { heading: 'day', value: ({ day }) => dayFrom(day) },
          { heading: 'community', value: ({ community }) => community.name },
          { heading: 'thing', value: ({ kind }, say) => say(`materials.kinds.${kind}`) },
          { heading: 'move', value: ({ move }, say) => say(`materials.moves.${move}`) },
          { heading: 'quantity', value: ({ quantity }) => quantity },
          { heading: 'holder', value: (row) => (isShown(row) ? (row.person?.name ?? null) : null) },
          { heading: 'door', width: 24, value: (row) => (isShown(row) ? row.door : null) },
          { heading: 'signed', value: ({ isSigned }, say) => (isSigned ? say('workbooks.yes') : '') },
          { heading: 'words', width: 30, value: ({ words }) => words },
          { heading: 'actor', value: ({ actor }) => actor },
        ],
        rows,
      ),
    )
  },
})
