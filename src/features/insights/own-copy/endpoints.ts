import { ok, type Result } from '@/core/result'
import type { FileAnswer } from '@/server/answers'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { workbookOf } from '@/server/workbook'
import { ownCopy, rowsOf } from './queries'
import { copyForm } from './schema'

export const postOwnCopy = endpoint({
  method: 'POST',
  path: '/own-resident/copy',
  summary: 'All that is kept of me, as JSON or as a workbook; that it was taken is recorded',
  allow: 'residents.own',
  body: copyForm,
  answer: 'file',
  limit: perPrincipal('own-copy', 10, 600),
  run: async (act, { body, locale }): Promise<Result<FileAnswer, never>> => {
    const copy = await ownCopy(act)
    await recordAudit(act, {
      action: 'account.copy',
      subject: { kind: 'account', id: act.principal.accountId },
    })
    if (body.form === 'json') {
      const bytes = new TextEncoder().encode(JSON.stringify(copy, null, 2))
      return ok({ file: { name: 'linzhi.json', type: 'application/json', bytes } })
    }
    return ok(
      await workbookOf(
        locale,
        'ownCopy',
        [
          { heading: 'copyPart', value: ({ part }, say) => say(`my.parts.${part}`) },
          { heading: 'copyAt', width: 20, value: ({ at }) => at },
          { heading: 'copyWords', width: 80, value: ({ words }) => words },
        ],
        rowsOf(copy),
      ),
    )
  },
})
