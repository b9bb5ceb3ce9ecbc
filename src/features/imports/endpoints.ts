import { ok, refuse } from '@/core/result'
import { env } from '@/env'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { chooseMapping } from './choosing/commands'
import { findImport, listImports } from './queries'
import { beginReading, discardImport, openImport, receiveFile } from './receiving/commands'
import { giveRejectionsBack } from './rejections/commands'
import { fileName, importFilter, importKey, importVersion, mappingChoice, noBody } from './schema'
import { startWriting } from './starting/commands'
import { undoImport } from './undoing/commands'

export const getImports = endpoint({
  method: 'GET',
  path: '/imports',
  summary: 'Imports of registers, a page at a time',
  allow: 'imports.read',
  query: importFilter,
  run: async (act, { query }) => ok(await listImports(act, query)),
})

export const getImport = endpoint({
  method: 'GET',
  path: '/imports/{id}',
  summary: 'One import: how its files were read, what it will change or has changed',
  allow: 'imports.read',
  params: importKey,
  run: async (act, { params }) => {
    const found = await findImport(act, params.id)
    return found ? ok(found) : refuse('not-found')
  },
})

export const postImport = endpoint({
  method: 'POST',
  path: '/imports',
  summary: 'Begin an import; its files follow one by one',
  allow: 'imports.run',
  body: noBody,
  status: 201,
  idempotent: true,
  run: (act) => openImport(act),
})

export const postImportFile = endpoint({
  method: 'POST',
  path: '/imports/{id}/files',
  summary: 'Add a register file to an import that is not read yet; the same name again replaces the file',
  allow: 'imports.run',
  params: importKey,
  query: fileName,
  bytes: () => env().MAX_UPLOAD_BYTES,
  status: 201,
  repeatable: true,
  limit: perPrincipal('import-file', 400, 3600),
  transactionMilliseconds: 30_000,
  run: (act, { params, query, bytes }) =>
    receiveFile(act, params.id, query.name, bytes, env().MAX_UPLOAD_BYTES),
})

export const postImportReading = endpoint({
  method: 'POST',
  path: '/imports/{id}/reading',
  summary: 'Have the files read and show what will change; nothing is written yet',
  allow: 'imports.run',
  params: importKey,
  body: noBody,
  status: 202,
  idempotent: true,
  run: (act, { params }) => beginReading(act, params.id),
})

export const postImportMapping = endpoint({
  method: 'POST',
  path: '/imports/{id}/mapping',
  summary: 'Say what sheets and columns are, and have the files read again; the columns are remembered',
  allow: 'imports.run',
  params: importKey,
  body: mappingChoice,
  status: 202,
  idempotent: true,
  run: (act, { params, body }) => chooseMapping(act, params.id, body),
})

export const postImportStart = endpoint({
  method: 'POST',
  path: '/imports/{id}/start',
  summary: 'Write an import as it was shown',
  allow: 'imports.run',
  params: importKey,
  body: importVersion,
  status: 202,
  idempotent: true,
  run: (act, { params, body }) => startWriting(act, params.id, body.version),
})

export const postImportDiscard = endpoint({
  method: 'POST',
  path: '/imports/{id}/discard',
  summary: 'Give up an import before anything of it is written',
  allow: 'imports.run',
  params: importKey,
  body: noBody,
  idempotent: true,
  run: (act, { params }) => discardImport(act, params.id),
})

export const postImportUndo = endpoint({
  method: 'POST',
  path: '/imports/{id}/undo',
  summary: 'Take back all that an import did, within 24 hours and if nothing of it was changed since',
  allow: 'imports.run',
  params: importKey,
  body: noBody,
  idempotent: true,
  transactionMilliseconds: 60_000,
  run: (act, { params }) => undoImport(act, params.id),
})

export const postRejectionsExport = endpoint({
  method: 'POST',
  path: '/imports/{id}/rejections/export',
  summary: 'The refused rows as a workbook, as they were in the files, with a column of reasons; recorded',
  allow: 'imports.run',
  params: importKey,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: (act, { params, locale }) => giveRejectionsBack(act, params.id, locale),
})
