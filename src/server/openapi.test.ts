import { expect, test } from 'vitest'
import { OPERATIONS } from '@/operations'
import { openApiDocument } from './openapi'

const declarations = OPERATIONS.map(({ declaration }) => declaration)
const document = openApiDocument(declarations, 'session')

test('the document lists every operation with its permission, its path and the ways it refuses', () => {
  for (const { method, path, allow, body, bytes } of declarations) {
    const operation = document.paths[`/api/v1${path}`]?.[method.toLowerCase()] as Record<string, unknown>
    expect(operation, `${method} ${path}`).toMatchObject({ 'x-permission': allow })
    expect(Object.keys(operation.responses as object)).toEqual(
      expect.arrayContaining(['400', '401', '403', '404', '409', '413', '415', '422', '429', '503']),
    )
    expect('requestBody' in operation, `${method} ${path}`).toBe(body !== undefined || bytes !== undefined)
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const inPath = (operation.parameters as { in: string; name: string }[]).filter(
      (parameter) => parameter.in === 'path',
    )
    expect(inPath.map(({ name }) => name)).toEqual(names)
  }
})

test('the document is JSON, whatever the schemas transform', () => {
  expect(JSON.parse(JSON.stringify(document)).paths).toEqual(document.paths)
})
