import { endpoint } from '@/server/endpoint'
import { decide } from '../decisions/commands'
import { decidedCompound } from '../decisions/schema'
import { stageStep } from './schema'

export const postCompoundStage = endpoint({
  method: 'POST',
  path: '/compounds/{id}/stage',
  summary: "Set a compound's stage on recorded evidence",
  allow: 'stages.write',
  params: decidedCompound,
  body: stageStep,
  idempotent: true,
  run: (act, { params, body: { stage, ...told } }) => decide(act, params.id, 'stage', stage, told),
})
