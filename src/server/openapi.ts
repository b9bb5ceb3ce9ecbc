import { z } from 'zod'
import type { Declaration } from './endpoint'
import { KEY_PERMISSIONS } from './session'

const ERRORS = [400, 401, 403, 404, 409, 413, 415, 422, 429, 503]

const errorSchema = {
  type: 'object',
  required: ['code', 'message', 'requestId'],
  properties: {
    code: { type: 'string' },
    message: { type: 'string' },
    requestId: { type: 'string' },
    fields: { type: 'object', additionalProperties: { type: 'string' } },
  },
}

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<
    string,
    unknown
  >
  return rest
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query') {
  if (!schema) return []
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, object>
    required?: string[]
  }
  return Object.entries(properties).map(([name, shape]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: shape,
  }))
}

/** What operations answer, `METHOD /path` → JSON Schema, as the build reads it off the types. */
export type AnswerShapes = Record<string, object>

const takesKey = ({ allow }: Declaration): boolean =>
  [allow].flat().some((one) => (KEY_PERMISSIONS as readonly string[]).includes(one))

function operationOf(declaration: Declaration, shapes: AnswerShapes) {
  const { answer, method, path, status = 200 } = declaration
  const content =
    answer === 'file'
      ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
      : {
          'application/json': {
            schema: answer ? jsonSchema(answer, 'output') : (shapes[`${method} ${path}`] ?? {}),
          },
        }
  const key = { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string' } }
  return {
    summary: declaration.summary,
    'x-permission': declaration.allow,
    security:
      declaration.allow === 'anyone'
        ? []
        : [{ session: [] }, ...(takesKey(declaration) ? [{ key: [] }] : [])],
    parameters: [
      ...parametersOf(declaration.params, 'path'),
      ...parametersOf(declaration.query, 'query'),
      ...(declaration.idempotent ? [key] : []),
    ],
    ...(declaration.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: jsonSchema(declaration.body, 'input') } },
          },
        }
      : {}),
    ...(declaration.bytes
      ? {
          requestBody: {
            required: true,
            content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
          },
        }
      : {}),
    responses: {
      [status]: { description: 'Done', content },
      ...Object.fromEntries(ERRORS.map((code) => [code, { $ref: '#/components/responses/Refused' }])),
    },
  }
}

/** The OpenAPI 3.1 document of the declared operations. */
export function openApiDocument(
  declarations: readonly Declaration[],
  sessionCookie: string,
  shapes: AnswerShapes = {},
) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const declaration of declarations) {
    const path = `/api/v1${declaration.path}`
    paths[path] ??= {}
    paths[path][declaration.method.toLowerCase()] = operationOf(declaration, shapes)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Linzhi 邻治',
      version: '1',
      description: 'Property-service management for a street office.',
    },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: sessionCookie },
        key: { type: 'http', scheme: 'bearer' },
      },
      responses: {
        Refused: { description: 'Refused', content: { 'application/json': { schema: errorSchema } } },
      },
    },
  }
}
