import { z } from 'zod'
import { day, id, paragraph, version } from '@/core/fields'
import { STAGES } from '../compounds/schema'

/** A step on the ladder: the stage reached, what shows it, and the day on which that was decided. */
export const stageStep = z.strictObject({
  stage: z.enum(STAGES),
  evidence: paragraph(1_000),
  decidedOn: day(),
  version: version(),
})
export type StageStep = z.output<typeof stageStep>

export const steppingCompound = z.strictObject({ id: id() })
