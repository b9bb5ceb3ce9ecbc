import { OPERATIONS } from '@/operations'
import { openApiDocument } from '@/server/openapi'
import { sessionCookieName } from '@/server/session'

export const dynamic = 'force-dynamic'

export const GET = (): Response =>
  Response.json(
    openApiDocument(
      OPERATIONS.map(({ declaration }) => declaration),
      sessionCookieName(),
    ),
  )
