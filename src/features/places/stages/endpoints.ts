import { endpoint } from '@/server/endpoint'
import { stepTo } from './commands'
import { stageStep, steppingCompound } from './schema'

export const postCompoundStage = endpoint({
  method: 'POST',
  path: '/compounds/{id}/stage',
  summary: "Set a compound's stage on recorded evidence",
  allow: 'stages.write',
  params: steppingCompound,
  body: stageStep,
  idempotent: true,
  run: (act, { params, body }) => stepTo(act, params.id, body),
})
