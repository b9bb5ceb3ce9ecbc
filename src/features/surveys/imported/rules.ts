import type { Option, Question } from '../questions/schema'

/** The campaign that registers' questionnaires belong to, finished when it comes in. */
export const IMPORTED_SURVEY = {
  name: '需求问卷调查',
  nameEn: 'Survey of needs',
  state: 'finished' as const,
  search: '需求问卷调查xqwjdcxuqiuwenjuandiaocha',
}

const SERVICES: readonly (readonly [string, string])[] = [
  ['楼道保洁', 'Cleaning of stairwells'],
  ['垃圾清运', 'Rubbish collection'],
  ['管道疏通', 'Unblocking of drains'],
  ['水电急修', 'Urgent plumbing and wiring'],
  ['夜间巡逻', 'Patrols at night'],
  ['停车管理', 'Parking'],
  ['屋面防水', 'Roof sealing'],
  ['路灯维修', 'Street lamps'],
  ['绿化修剪', 'Greenery'],
  ['充电设施', 'Charging points'],
  ['电动车治理', 'Order among e-bikes'],
  ['宠物管理', 'Pets'],
  ['矛盾调解', 'Mediation'],
  ['文体活动', 'Culture and sports'],
  ['助老送餐', 'Meals for the elderly'],
  ['代办跑腿', 'Errands'],
]

const FEES = ['不愿意', '0.1以下', '0.1-0.2', '0.2-0.3', '0.3-0.5', '0.5以上']
const FEES_EN = ['Not willing', 'Under 0.1', '0.1–0.2', '0.2–0.3', '0.3–0.5', 'Over 0.5']

const services = SERVICES.map(([code, labelEn]): Option => ({ code, label: code, labelEn }))

const asked = (key: string, kind: Question['kind'], text: string, textEn: string): Question => ({
  key,
  kind,
  text,
  textEn,
  required: false,
  options: [],
  rows: [],
  most: null,
  min: null,
  max: null,
  showIf: null,
})

/** The questions of the registers' questionnaire, one for each of its columns. */
export const IMPORTED_QUESTIONS: readonly Question[] = [
  { ...asked('wants', 'multiple', '最需要的服务', 'Services needed most'), options: services },
  {
    ...asked(
      'willingness',
      'single',
      '愿意承担的物业费（元/㎡·月）',
      'Fee that the household would pay (yuan per square metre and month)',
    ),
    options: FEES.map((code, place) => ({ code, label: code, labelEn: FEES_EN[place] ?? code })),
  },
  { ...asked('satisfaction', 'scale', '当前满意度', 'Satisfaction today'), min: 1, max: 5 },
  { ...asked('worst', 'single', '最突出的问题', 'The worst problem'), options: services },
  asked('remark', 'text', '其他意见', 'Other remarks'),
]

type Columns = {
  wants?: string[]
  willingness?: string
  satisfaction?: number
  worstProblem?: string
  remark?: string
}

/** A register's columns as answers; those that it does not know stay out. */
export function answersFrom({ wants, willingness, satisfaction, worstProblem, remark }: Columns) {
  const answers: Record<string, string | number | string[]> = {}
  if (wants?.length) answers.wants = [...wants]
  if (willingness !== undefined) answers.willingness = willingness
  if (satisfaction !== undefined) answers.satisfaction = satisfaction
  if (worstProblem !== undefined) answers.worst = worstProblem
  if (remark !== undefined) answers.remark = remark
  return answers
}

/** Answers as the columns that they came from. */
export function columnsOf(answers: Record<string, unknown>): Columns {
  const { wants, willingness, satisfaction, worst, remark } = answers
  return {
    ...(Array.isArray(wants) ? { wants: wants.map(String) } : {}),
    ...(typeof willingness === 'string' ? { willingness } : {}),
    ...(typeof satisfaction === 'number' ? { satisfaction } : {}),
    ...(typeof worst === 'string' ? { worstProblem: worst } : {}),
    ...(typeof remark === 'string' ? { remark } : {}),
  }
}
