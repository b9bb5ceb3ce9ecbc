import { ok, refuse } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { dayFrom } from '@/server/term'
import { workbookOf } from '@/server/workbook'
import { markCompoundHung, markHung, renewCode, takeMarkBack } from './commands'
import { allBoards, findBoard, listBoards, previewHanging } from './queries'
import {
  boardFilter,
  boardKey,
  codeInForce,
  compoundToHang,
  hangingOfCompound,
  hungMark,
  hungVersion,
} from './schema'

export const getSheets = endpoint({
  method: 'GET',
  path: '/sheets',
  summary: 'Notice boards with the version that holds and the one that hangs, a page at a time',
  allow: 'sheets.read',
  query: boardFilter,
  run: async (act, { query }) => ok(await listBoards(act, query)),
})

export const getSheet = endpoint({
  method: 'GET',
  path: '/sheets/{boardId}',
  summary: 'One notice board',
  allow: 'sheets.read',
  params: boardKey,
  run: async (act, { params }) => {
    const board = await findBoard(act, params.boardId)
    return board ? ok(board) : refuse('not-found')
  },
})

export const postSheetHung = endpoint({
  method: 'POST',
  path: '/sheets/{boardId}/hung',
  summary: 'Say that a version of the sheet now hangs on its board',
  allow: 'sheets.hang',
  params: boardKey,
  body: hungVersion,
  status: 201,
  idempotent: true,
  run: (act, { params, body }) => markHung(act, params.boardId, body.version),
})

export const postSheetHungWithdrawal = endpoint({
  method: 'POST',
  path: '/sheets/{boardId}/hung/withdrawal',
  summary: 'Take a mistaken mark back',
  allow: 'sheets.hang',
  params: boardKey,
  body: hungMark,
  idempotent: true,
  run: (act, { params, body }) => takeMarkBack(act, params.boardId, body.hungId),
})

export const getHangingPreview = endpoint({
  method: 'GET',
  path: '/sheets/hanging',
  summary: 'How many boards of a compound would be marked as hung',
  allow: 'sheets.hang',
  query: compoundToHang,
  run: async (act, { query }) => ok(await previewHanging(act, query.compound)),
})

export const postCompoundHung = endpoint({
  method: 'POST',
  path: '/sheets/hanging',
  summary: 'Say that the newest sheets hang on all boards of a compound, as they were previewed',
  allow: 'sheets.hang',
  body: hangingOfCompound,
  idempotent: true,
  run: (act, { body }) => markCompoundHung(act, body),
})

export const postSheetRenewal = endpoint({
  method: 'POST',
  path: '/sheets/{boardId}/renewal',
  summary: 'Revoke the code of a board and give it a new one',
  allow: 'sheets.renew',
  params: boardKey,
  body: codeInForce,
  idempotent: true,
  run: (act, { params, body }) => renewCode(act, params.boardId, body.code),
})

export const postSheetExport = endpoint({
  method: 'POST',
  path: '/sheets/export',
  summary: 'Notice boards as a workbook; the export is recorded',
  allow: 'registers.export',
  body: boardFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body, locale }) => {
    const rows = await allBoards(act, body, 'registers.export')
    await recordAudit(act, {
      action: 'board.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        locale,
        'sheets',
        [
          { heading: 'community', value: ({ community }) => community },
          { heading: 'zone', value: ({ zone }) => zone },
          { heading: 'compound', width: 20, value: ({ compound }) => compound },
          { heading: 'building', value: ({ building }) => building },
          { heading: 'stairwell', value: ({ stairwell }) => stairwell },
          { heading: 'code', width: 18, value: ({ code }) => code },
          { heading: 'version', value: ({ version }) => version },
          { heading: 'holdsFrom', value: ({ holdsFrom }) => dayFrom(holdsFrom) },
          { heading: 'hungVersion', value: ({ hungVersion: hung }) => hung },
          { heading: 'hungAt', width: 20, value: ({ hungAt }) => hungAt },
          { heading: 'markedBy', value: ({ hungBy }) => hungBy },
          { heading: 'state', value: ({ state }, say) => say(`boards.states.${state}`) },
        ],
        rows,
      ),
    )
  },
})
