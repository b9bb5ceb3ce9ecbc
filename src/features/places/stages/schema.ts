import { z } from 'zod'
import { STAGES } from '../compounds/schema'
import { decided } from '../decisions/schema'

/** A step on the ladder: the stage reached, and what it was decided on. */
export const stageStep = z.strictObject({ ...decided, stage: z.enum(STAGES) })
