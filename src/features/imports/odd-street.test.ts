import { beforeAll, describe, expect, it } from 'vitest'
import { WILLOW_STREET, willowFiles } from '../../../tests/support/registers/willow-street'
import { type Plan, planImport } from './plan/plan'
import { type Reading, readRegisters } from './registers'

describe('a street with other headings, encodings and habits', () => {
  let reading: Reading
  let plan: Plan

  beforeAll(async () => {
    reading = await readRegisters(willowFiles())
    plan = planImport(reading, WILLOW_STREET)
  })
  const kinds = () =>
    reading.files.flatMap(({ sheets }) =>
      sheets.flatMap(({ sheet, tables }) => tables.map(({ kind }) => `${sheet}: ${kind}`)),
    )

  it('has every register recognised by its headings', () => {
    expect(kinds().sort()).toEqual(
      [
        'Sheet1: compounds',
        'Sheet2: buildings',
        '网格: grids',
        '网格: grid-members',
        '党建: party-organisations',
        '保洁保安: crew',
        'louzhang: captains',
        '服务资源: providers',
        '答卷: questionnaires',
      ].sort(),
    )
  })

  it('goes in to the number', () => {
    expect(plan.accepted).toEqual({
      compounds: 3,
      buildings: 6,
      grids: 3,
      gridMembers: 3,
      captains: 3,
      buildingsWithoutCaptain: 1,
      providers: 3,
      crew: 2,
      partyCommittees: 1,
      questionnairesIssued: 3,
      questionnairesReturned: 2,
    })
  })

  it('has its wrong rows refused, each for its reason', () => {
    expect(plan.rejected.map(({ file, row, value, code }) => [file, row, value, code])).toEqual([
      ['louzhang.csv', 7, '何晶', 'captain-duplicate'],
      ['louzhang.csv', 8, 'B座', 'building-has-captain'],
      ['louzhang.csv', 9, '1.39E+10', 'rounded-number'],
      ['人员名单（最终版）.xlsx', 7, '没有的党支部', 'parent-unknown'],
      ['答卷.csv', 5, '没有的小区', 'compound-unknown'],
    ])
  })

  it('has units, years, digits and counter words understood', () => {
    expect(plan.records.compounds.map(({ record }) => record)).toEqual([
      {
        name: '东风一村',
        community: '柳溪社区',
        builtYear: 1998,
        buildingCount: 3,
        stairwellCount: 6,
        householdCount: 1024,
        areaSquareMetres: 12_500,
        population: 2100,
        over60: 300,
        longitude: 120.5,
        latitude: 32.4,
        stage: 'none',
      },
      {
        name: '金桂苑',
        community: '柳溪社区',
        builtYear: 2003,
        buildingCount: 2,
        stairwellCount: 4,
        householdCount: 96,
        areaSquareMetres: 8_000,
        population: 250,
        longitude: 120.51,
        latitude: 32.41,
        stage: 'managed',
      },
      {
        name: '向阳小区（北区）',
        community: '荷塘社区',
        builtYear: 1985,
        buildingCount: 1,
        stairwellCount: 2,
        householdCount: 24,
        stage: 'none',
      },
    ])
  })

  it('has buildings, grids and captains brought together however they are written', () => {
    expect(plan.records.buildings.map(({ record }) => [record.compound, record.number, record.grid])).toEqual(
      [
        ['东风一村', '1', '320999002001-001'],
        ['东风一村', '2', '320999002001-001'],
        ['东风一村', '3', '320999002001-002'],
        ['金桂苑', 'A', '320999002001-002'],
        ['金桂苑', 'B', '320999002001-002'],
        ['向阳小区（北区）', '1', '320999002002-001'],
      ],
    )
    expect(
      plan.records.captains.map(({ record }) => [
        record.person.name,
        record.buildings.map(({ number }) => number),
        record.startsOn,
      ]),
    ).toEqual([
      ['吴敏', ['1'], '2019-10-01'],
      ['许文', ['2', '3'], '2020-01-01'],
      ['何晶', ['A', 'B'], '2021-05-01'],
    ])
    expect(
      plan.records.gridMembers.map(({ record }) => [record.person.name, record.person.phone, record.grid]),
    ).toEqual([
      ['陈平', '13900000001', '320999002001-001'],
      ['阿依古丽·买买提', '13900000002', '320999002001-002'],
      ['陈平', '13900000001', '320999002002-001'],
    ])
    expect(plan.records.communities.map(({ record }) => [record.name, record.code])).toEqual([
      ['柳溪社区', '320999002001'],
      ['荷塘社区', '320999002002'],
    ])
  })

  it('has workers, money and dates understood', () => {
    expect(plan.records.workers.map(({ record }) => record)).toEqual([
      expect.objectContaining({
        employeeNumber: '0007',
        monthlyFen: 350_000,
        startsOn: '2019-03-16',
        operator: '晨光物业服务有限公司',
      }),
      expect.objectContaining({
        employeeNumber: '0008',
        monthlyFen: 410_000,
        startsOn: '2020-04-17',
        certificates: ['低压电工证', '焊工证'],
      }),
    ])
    expect(
      plan.records.providers.map(({ record }) => [
        record.category,
        record.phone,
        record.fee,
        record.hoursText,
      ]),
    ).toEqual([
      ['开锁', '13900000041', 'paid', '24小时'],
      ['开锁', '400-820-8820', 'paid', '08:00-17:30（周末 09:00-16:00）'],
      ['政务', '12345', 'free', undefined],
    ])
    expect(
      plan.records.questionnaires.map(({ record }) => [
        record.number,
        record.returnedOn,
        record.satisfaction,
        record.building,
      ]),
    ).toEqual([
      ['1', '2021-04-19', 4, '1'],
      ['2', undefined, undefined, undefined],
      ['3', '2021-04-16', 5, 'A'],
    ])
  })

  it('keeps no identity number, and says so', () => {
    expect(plan.notImported.map(({ code }) => code).sort()).toEqual([
      'column-sensitive',
      'sheet-hidden',
      'sheet-unrecognised',
    ])
    expect(JSON.stringify(reading)).not.toContain('110113197203050011')
  })

  it('drops nothing in silence', () => {
    expect(plan.skipped.map(({ sheet, row, why }) => [sheet, row, why])).toEqual([
      ['louzhang', 10, 'no-data'],
      ['louzhang', 11, 'note'],
      ['Sheet1', 8, 'total'],
      ['Sheet1', 9, 'note'],
      ['Sheet2', 7, 'repeated-header'],
    ])
    expect(plan.warnings.map(({ code }) => code).sort()).toEqual(
      [
        'building-reference-left-out',
        'merged-number',
        'month-assumed',
        'second-phone-not-kept',
        'second-phone-not-kept',
        'second-phone-not-kept',
        'taken-from-above',
        'taken-from-above',
        'year-approximate',
      ].sort(),
    )
  })
})
