import { z } from 'zod'
import { id } from '@/core/fields'

export const invitationKey = z.strictObject({ id: id() })
