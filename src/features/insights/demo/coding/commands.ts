import { uuidv7 } from '@/core/identifier'
import type { Tx } from '@/server/db'
import { searchText } from '@/server/pinyin'

/** The codebook, and which of its words somebody has given already. */
const CODES: readonly { name: string; keywords: string[]; isGiven?: true }[] = [
  { name: '楼道照明', keywords: ['楼道灯', '灯坏'], isGiven: true },
  { name: '下水道疏通', keywords: ['下水道', '堵'], isGiven: true },
  { name: '路面修补', keywords: ['路面', '坑洼'], isGiven: true },
  { name: '垃圾桶点位', keywords: ['垃圾桶'] },
  { name: '停车与消防通道', keywords: ['停车', '消防通道'] },
  { name: '夜间安保', keywords: ['保安', '夜间', '晚上'] },
  { name: '电动车充电', keywords: ['电动车', '充电', '飞线'] },
  { name: '休息和健身设施', keywords: ['凉亭', '健身'] },
]

/** Gives the demo street a codebook, and some of its free answers their words; all of it simulated. */
export async function codeAnswers(tx: Tx, streetId: string, now: Date): Promise<void> {
  if ((await tx.surveyCode.count({ where: { streetId } })) > 0) return
  const staff = await tx.account.findFirst({
    where: { streetId, username: 'street-staff' },
    select: { id: true },
  })
  const codes = CODES.map((code) => ({ ...code, id: uuidv7(now) }))
  await tx.surveyCode.createMany({
    data: codes.map(({ id, name, keywords }) => ({
      streetId,
      id,
      name,
      keywords,
      search: searchText(name, ...keywords),
      createdAt: now,
    })),
  })
  if (!staff) return
  for (const { id, keywords, isGiven } of codes)
    if (isGiven)
      await tx.$executeRaw`
        INSERT INTO answer_code (street_id, questionnaire_id, question, code_id, coded_by, coded_at)
        SELECT q.street_id, q.id, 'remark', ${id}::uuid, ${staff.id}::uuid, ${now} FROM questionnaire q
        WHERE q.street_id = ${streetId}::uuid AND q.is_returned
          AND q.answers->>'remark' LIKE ANY(${keywords.map((keyword) => `%${keyword}%`)})`
}
