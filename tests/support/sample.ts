import { z } from 'zod'

type Shape = {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  items?: Shape
  properties?: Record<string, Shape>
  required?: string[]
  anyOf?: Shape[]
  oneOf?: Shape[]
  allOf?: Shape[]
}

/** The ids that samples point at, by the name of the field that asks for one. */
export type Given = (field: string) => unknown

/** A value that the schema takes, made from its shape: every field filled, the first choice taken. */
export function sampleOf(schema: z.ZodType, given: Given): unknown {
  return fieldOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape, '', given)
}

function fieldOf(shape: Shape, field: string, given: Given): unknown {
  const own = given(field)
  if (own !== undefined) return own
  const either = shape.anyOf ?? shape.oneOf
  if (either) return fieldOf(either.find(({ type }) => type !== 'null') ?? {}, field, given)
  if (shape.allOf) return fieldOf(Object.assign({}, ...shape.allOf), field, given)
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  switch (Array.isArray(shape.type) ? shape.type[0] : shape.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(shape.properties ?? {}).map(([name, inner]) => [name, fieldOf(inner, name, given)]),
      )
    case 'array':
      return [fieldOf(shape.items ?? {}, field, given)]
    case 'integer':
    case 'number':
      return Math.max(shape.minimum ?? 1, 1)
    case 'boolean':
      return true
    case 'string':
      return textOf(shape, field)
    default:
      return null
  }
}

const TEXTS = ['样例', 'sample', '12345678', '123456789012', 'ABCDEFGH12', '08:00']

function textOf({ format, pattern, minLength = 1, maxLength = 200 }: Shape, field: string): string {
  if (format === 'uuid') return '01990000-0000-7000-8000-000000000001'
  if (format === 'email') return 'office@example.cn'
  if (format === 'date') return '2026-11-01'
  if (format === 'date-time') return '2026-11-01T00:00:00Z'
  if (/phone/i.test(field)) return '0523-88531234'
  if (/hours/i.test(field)) return '8:00-18:00'
  if (pattern) return TEXTS.find((text) => new RegExp(pattern).test(text)) ?? ''
  return '样例'.padEnd(minLength, '甲').slice(0, maxLength)
}
