import { needed, optional } from './field'
import {
  COMMUNITY,
  GRID,
  NAME,
  NAME_AND_PHONE,
  nameAndPhoneOf,
  nameOf,
  OTHER_PHONE,
  PHONE,
  phoneOf,
} from './headings'
import { birthYear, day } from './values/days'
import { nameAndPhone, person, phone, sparePhone } from './values/people'
import { codes, community, gender, gridPost, standing, yes } from './values/words'

const OFFICES = ['网格员', '专职网格员', '网格长', '网格管理员', '网格专员', '网格联络员']

export const gridMembers = {
  kind: 'grid-members',
  title: /网格员|网格长/,
  own: [...nameOf(OFFICES), ...nameAndPhoneOf(OFFICES)],
  fields: {
    name: needed([...nameOf(OFFICES), ...NAME], person, { checked: true }),
    phone: needed([...phoneOf(OFFICES), ...PHONE], phone, { checked: true, second: 'otherPhone' }),
    grid: needed(GRID, codes, { checked: true, tells: 2 }),
    nameAndPhone: optional([...NAME_AND_PHONE, ...nameAndPhoneOf(OFFICES)], nameAndPhone, {
      gives: ['name', 'phone'],
    }),
    otherPhone: optional(OTHER_PHONE, sparePhone),
    community: optional(COMMUNITY, community, { grouped: true }),
    post: optional(
      [
        '岗位',
        '类别',
        '岗位类别',
        '网格员类别',
        '专兼职',
        '专职兼职',
        '网格员类型',
        '人员类别',
        '岗位类型',
        '职务',
        '性质',
      ],
      gridPost,
      { tells: 2 },
    ),
    gender: optional(['性别'], gender),
    birthYear: optional(['出生年份', '出生年月', '出生日期', '生日', '出生年', '出生'], birthYear),
    partyMember: optional(['是否党员', '党员', '是否为党员', '是否中共党员', '党员否'], yes, {
      readsEmptyWords: true,
    }),
    standing: optional(['政治面貌', '面貌', '政治身份'], standing),
    startsOn: optional(
      ['任职时间', '上岗时间', '任职日期', '聘用时间', '入职时间', '到岗时间', '上岗日期'],
      day,
    ),
  },
} as const
