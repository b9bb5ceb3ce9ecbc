import { BUILDING } from './buildings'
import { needed, optional } from './field'
import {
  COMMUNITY,
  COMPOUND,
  GRID,
  NAME,
  NAME_AND_PHONE,
  nameAndPhoneOf,
  nameOf,
  OTHER_PHONE,
  PHONE,
  phoneOf,
} from './headings'
import { birthYear, firstOfMonth } from './values/days'
import { buildings, nameAndPhone, person, phone, sparePhone } from './values/people'
import { code, community, gender, list, place, standing, yes } from './values/words'

const OFFICES = [
  '楼栋长',
  '楼长',
  '红色楼栋长',
  '楼道长',
  '幢长',
  '栋长',
  '楼幢长',
  '单元长',
  '楼组长',
  '楼门长',
]

export const captains = {
  kind: 'captains',
  title: /楼栋长|楼长|楼道长|幢长|栋长|楼组长/,
  own: [...nameOf(OFFICES), ...nameAndPhoneOf(OFFICES)],
  fields: {
    name: needed([...nameOf(OFFICES), ...NAME], person, { checked: true }),
    phone: needed([...phoneOf(OFFICES), ...PHONE], phone, { checked: true, second: 'otherPhone' }),
    compound: needed(COMPOUND, place, { checked: true, grouped: true }),
    buildings: needed(
      [
        '负责楼栋',
        '责任楼栋',
        '所负责楼栋',
        '管理楼栋',
        '联系楼栋',
        '包干楼栋',
        '负责楼号',
        '负责楼幢',
        '责任楼幢',
        '负责幢号',
        '责任区楼栋',
        '分管楼栋',
        '担任楼栋',
        ...BUILDING,
      ],
      buildings,
      { checked: true },
    ),
    nameAndPhone: optional([...NAME_AND_PHONE, ...nameAndPhoneOf(OFFICES)], nameAndPhone, {
      gives: ['name', 'phone'],
    }),
    otherPhone: optional(OTHER_PHONE, sparePhone),
    community: optional(COMMUNITY, community, { grouped: true }),
    grid: optional(GRID, code, { checked: true }),
    gender: optional(['性别'], gender),
    birthYear: optional(['出生年份', '出生年月', '出生日期', '生日', '出生年', '出生'], birthYear),
    standing: optional(['政治面貌', '面貌', '政治身份', '是否党员'], standing, { tells: 1 }),
    startsOn: optional(
      [
        '任职时间',
        '任职年月',
        '任职日期',
        '上任时间',
        '当选时间',
        '任职起始',
        '任职开始时间',
        '选任时间',
        '担任时间',
        '任职起始时间',
      ],
      firstOfMonth,
      { tells: 2 },
    ),
    doorPlaque: optional(
      [
        '共产党员户挂牌',
        '挂牌',
        '是否挂牌',
        '党员户挂牌',
        '挂牌情况',
        '共产党员户',
        '是否挂共产党员户牌',
        '门牌',
      ],
      yes,
      { tells: 3, readsEmptyWords: true },
    ),
    duties: optional(
      ['职责分工', '职责', '分工', '工作职责', '主要职责', '职责任务', '工作分工', '任务分工'],
      list,
      { tells: 2 },
    ),
  },
} as const
