import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Plan, planImport } from './plan/plan'
import type { Existing } from './plan/records'
import { type Reading, readRegisters } from './registers'

const FOLDER = 'demo/luotang/'
const STREET = { code: '321204001', name: '罗塘街道' }
const expected = JSON.parse(readFileSync(`${FOLDER}expected.json`, 'utf8'))

const recordsOf = ({ records }: Plan): Existing =>
  Object.fromEntries(
    Object.entries(records).map(([noun, list]) => [noun, list.map(({ record }) => record)]),
  ) as unknown as Existing

describe("the demo street's own files", () => {
  let reading: Reading
  let plan: Plan

  beforeAll(async () => {
    const names = readdirSync(FOLDER).filter((name) => !name.endsWith('.json'))
    const files = names.map((name) => ({ name, bytes: readFileSync(FOLDER + name) }))
    reading = await readRegisters(files.reverse())
    plan = planImport(reading, STREET)
  }, 60_000)

  it('come out to the number', () => {
    expect(plan.accepted).toEqual(expected.accepted)
    expect(plan.records.communities).toHaveLength(24)
  })

  it('have each wrong row refused for its own reason, and no other', () => {
    expect(
      plan.rejected.map(({ file, row, column, value, code }) => [file.slice(0, 2), row, column, value, code]),
    ).toEqual([
      ['01', 85, '小区名称', '阳光里', 'compound-duplicate'],
      ['01', 86, '户数', '约三百', 'not-a-number'],
      ['01', 87, '经度', '1201.4', 'coordinates-out-of-range'],
      ['02', 632, '小区名称', '不存在的小区', 'compound-unknown'],
      ['02', 633, '所属网格编号', 'XX-99', 'grid-unknown'],
      ['03', 141, '姓名', '郑云', 'member-duplicate'],
      ['03', 142, '联系电话', '1391234567', 'mobile-length'],
      ['04', 612, '姓名', '叶德卫', 'captain-duplicate'],
      ['04', 613, '姓名', '熊存凤', 'captain-duplicate'],
      ['04', 614, '姓名', '', 'missing-name'],
      ['04', 615, '联系电话', '无', 'missing-phone'],
      ['04', 616, '负责楼栋', '88幢', 'building-unknown'],
      ['07', 6356, '问卷编号', 'WJ00021', 'number-duplicate'],
      ['07', 6357, '回收日期、当前满意度(1-5)', '2021-13-45、9', 'date-invalid'],
    ])
  })

  it('give reasons in the words the office uses', () => {
    const said = (kind: string) =>
      plan.rejected.filter((row) => row.kind === kind).map(({ reason }) => reason)
    for (const [kind, reasons] of [
      ['compounds', ['同名小区重复', '户数不是数字', '经纬度超出范围']],
      ['buildings', ['小区不存在', '网格不存在']],
      ['grid-members', ['同一网格员重复', '手机号位数不对']],
      ['captains', ['重复', '重复', '缺姓名', '缺电话', '楼栋不存在']],
    ] as const)
      expect(said(kind).map((reason, place) => reason.startsWith(reasons[place] ?? '?'))).toEqual(
        reasons.map(() => true),
      )
    expect(said('questionnaires')[1]).toMatch(/日期无效.*满意度无效/)
  })

  it('count every want of the survey', () => {
    const wants: Record<string, number> = {}
    for (const { record } of plan.records.questionnaires)
      for (const want of record.wants ?? []) wants[want] = (wants[want] ?? 0) + 1
    expect(wants).toEqual(expected.survey.wants)
  })

  it('tell of the totals row and leave nothing else out', () => {
    expect(plan.skipped).toEqual([
      { file: '01-小区台账.xlsx', sheet: '无物管小区', row: 88, why: 'total', text: '合计 629 24645' },
    ])
    expect(plan.notImported).toEqual([])
    expect(plan.warnings).toEqual([])
  })

  it('change nothing when they come again', () => {
    const again = planImport(reading, STREET, recordsOf(plan))
    expect(
      Object.values(again.records).flatMap((list) => list.filter(({ change }) => change !== 'same')),
    ).toEqual([])
    expect(again.accepted).toEqual(plan.accepted)
    expect(again.successions).toEqual([])
  })

  it('know the codes of the communities, the first day of a term and the place of a household', () => {
    expect(plan.records.communities.find(({ record }) => record.name === '古田社区')?.record.code).toBe(
      '321204001002',
    )
    expect(plan.records.captains[0]?.record).toMatchObject({
      person: { name: '邱根', phone: '19110000676' },
      buildings: [{ compound: '古田新村', number: '1' }],
      startsOn: '2019-03-01',
    })
    expect(plan.records.centreHouseholds.every(({ record }) => record.building && record.person)).toBe(true)
    expect(plan.records.workers[0]?.record).toMatchObject({
      operator: '智城物业管理有限公司',
      monthlyFen: 350_000,
    })
  })
})
