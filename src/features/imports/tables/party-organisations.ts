import { needed, optional } from './field'
import { OTHER_PHONE, PHONE } from './headings'
import { day } from './values/days'
import { person, phone, sparePhone } from './values/people'
import { level, place } from './values/words'

export const partyOrganisations = {
  kind: 'party-organisations',
  title: /党组织|党委|党建|党支部|体系/,
  fields: {
    level: needed(
      [
        '层级',
        '级别',
        '组织层级',
        '党组织层级',
        '组织类别',
        '类别',
        '党组织类别',
        '党组织类型',
        '组织类型',
        '类型',
      ],
      level,
      { checked: true, tells: 2, grouped: true },
    ),
    name: needed(
      ['名称', '党组织名称', '组织名称', '党组织', '党组织全称', '组织全称', '本级名称', '支部名称'],
      place,
      { checked: true, tells: 1 },
    ),
    parentName: optional(
      [
        '上级名称',
        '上级党组织',
        '上级组织',
        '隶属党组织',
        '上级',
        '隶属',
        '所属党组织',
        '上级党组织名称',
        '隶属关系',
        '上级组织名称',
      ],
      place,
      { checked: true, tells: 4 },
    ),
    leaderName: optional(
      [
        '负责人',
        '书记',
        '党组织书记',
        '负责人姓名',
        '书记姓名',
        '组长',
        '党组织负责人',
        '联系人',
        '姓名',
        '书记组长',
      ],
      person,
      { checked: true },
    ),
    leaderPhone: optional([...PHONE, '负责人电话', '书记电话', '负责人联系电话', '书记联系电话'], phone, {
      checked: true,
      second: 'otherPhone',
    }),
    otherPhone: optional(OTHER_PHONE, sparePhone),
    electedOn: optional(['换届时间', '换届日期', '当选时间', '选举时间', '成立时间', '最近换届时间'], day, {
      tells: 2,
    }),
    termEndsOn: optional(['届满时间', '任期届满', '届满日期', '下次换届时间', '到届时间'], day, { tells: 2 }),
  },
} as const
