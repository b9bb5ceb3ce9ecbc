import { needed, optional } from './field'
import { NAME, OTHER_PHONE, PHONE } from './headings'
import { birthYear, day } from './values/days'
import { money } from './values/numbers'
import { person, phone, sparePhone } from './values/people'
import { code, gender, list, text } from './values/words'

export const crew = {
  kind: 'crew',
  title: /队伍|员工|物业.*花名册|保洁|保安|队员/,
  fields: {
    employeeNumber: needed(
      [
        '工号',
        '员工号',
        '员工编号',
        '人员编号',
        '职工编号',
        '员工工号',
        '队员编号',
        '工作证号',
        '编号',
        '员工代码',
      ],
      code,
      { checked: true, tells: 3 },
    ),
    name: needed([...NAME, '员工姓名', '队员姓名', '职工姓名', '队员'], person, { checked: true }),
    phone: needed(PHONE, phone, { checked: true, second: 'otherPhone' }),
    post: needed(
      ['岗位', '工种', '职务', '岗位名称', '工作岗位', '主岗位', '主要岗位', '岗位工种', '职位', '主岗'],
      text,
      { tells: 2, checked: true },
    ),
    otherPhone: optional(OTHER_PHONE, sparePhone),
    operator: optional(
      ['所属公司', '公司', '企业', '所属单位', '单位', '公司名称', '服务企业', '物业公司', '用工单位'],
      text,
    ),
    furtherPosts: optional(
      [
        '可兼岗位',
        '兼岗',
        '兼职岗位',
        '可兼任岗位',
        '兼任岗位',
        '多能岗位',
        '其他岗位',
        '一专多能',
        '可兼工种',
        '兼岗岗位',
      ],
      list,
      { tells: 3 },
    ),
    certificates: optional(
      [
        '持证',
        '持证情况',
        '证书',
        '资格证书',
        '职业资格',
        '上岗证',
        '技能证书',
        '证书名称',
        '所持证书',
        '资质证书',
      ],
      list,
      { tells: 3 },
    ),
    monthlyFen: optional(
      ['月工资', '工资', '月薪', '薪酬', '月工资标准', '工资标准', '月薪酬', '基本工资', '工资待遇'],
      money,
      { tells: 2, measure: true },
    ),
    startsOn: optional(
      [
        '入职日期',
        '入职时间',
        '到岗日期',
        '入职',
        '上岗日期',
        '参加工作时间',
        '入司时间',
        '上岗时间',
        '到岗时间',
        '入司日期',
      ],
      day,
      { tells: 2 },
    ),
    gender: optional(['性别'], gender),
    birthYear: optional(['出生年份', '出生年月', '出生日期', '生日', '出生年', '出生'], birthYear),
  },
} as const
