import { z } from 'zod'
import { line } from '@/core/fields'

export const holderSearch = z.strictObject({ q: line(60).optional() })
