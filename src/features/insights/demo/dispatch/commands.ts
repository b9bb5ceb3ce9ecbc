import { uuidv7 } from '@/core/identifier'
import type { Tx } from '@/server/db'

const EVENING = 18 * 60
const MORNING = 8 * 60

const RULES = [
  { name: '电梯困人立即派单', code: 'lift-trapped', fromMinute: null, toMinute: null },
  { name: '夜间水管爆裂', code: 'burst-pipe', fromMinute: EVENING, toMinute: MORNING },
]

/** Rules for what cannot wait for somebody to look at the board. */
export async function writeRules(tx: Tx, streetId: string, now: Date): Promise<void> {
  if (await tx.dispatchRule.count({ where: { streetId } })) return
  const categories = await tx.requestCategory.findMany({
    where: { streetId, code: { in: RULES.map(({ code }) => code) } },
    select: { id: true, code: true },
  })
  await tx.dispatchRule.createMany({
    data: RULES.flatMap(({ code, ...rule }, index) => {
      const category = categories.find((one) => one.code === code)
      return category
        ? [
            {
              streetId,
              id: uuidv7(now),
              position: index + 1,
              categoryId: category.id,
              weekdays: [],
              createdAt: now,
              ...rule,
            },
          ]
        : []
    }),
  })
}
