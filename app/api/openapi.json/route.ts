import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { OPERATIONS } from '@/operations'
import { type AnswerShapes, openApiDocument } from '@/server/openapi'
import { sessionCookieName } from '@/server/session'

export const dynamic = 'force-dynamic'

/** The build writes them; a development server has none until then. */
async function answerShapes(): Promise<AnswerShapes> {
  const file = path.join(process.cwd(), 'src', 'generated', 'answer-shapes.json')
  return JSON.parse(await readFile(file, 'utf8').catch(() => '{}'))
}

export const GET = async (): Promise<Response> =>
  Response.json(
    openApiDocument(
      OPERATIONS.map(({ declaration }) => declaration),
      sessionCookieName(),
      await answerShapes(),
    ),
  )
