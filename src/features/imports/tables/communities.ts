import { needed, optional } from './field'
import { COMMUNITY, OTHER_PHONE, PHONE } from './headings'
import { placePhone } from './values/people'
import { code, community, text } from './values/words'

export const communities = {
  kind: 'communities',
  title: /社区(?!.*(?:小区|网格|党))/,
  fields: {
    name: needed([...COMMUNITY, '名称'], community, { checked: true }),
    code: optional(
      [
        '社区代码',
        '社区编码',
        '区划代码',
        '行政区划代码',
        '统计代码',
        '统计用区划代码',
        '社区区划代码',
        '居委会代码',
        '代码',
      ],
      code,
      { tells: 4, checked: true },
    ),
    officePhone: optional(
      [
        '社区电话',
        '居委会电话',
        '值班电话',
        '服务电话',
        '办公室电话',
        '社区办公电话',
        '居委会联系电话',
        '社区服务电话',
        ...PHONE,
        ...OTHER_PHONE,
      ],
      placePhone,
      { tells: 2 },
    ),
    officeAddress: optional(
      ['办公地址', '社区地址', '地址', '居委会地址', '办公地点', '社区办公地址', '服务中心地址'],
      text,
      { tells: 2 },
    ),
    officeHours: optional(['办公时间', '工作时间', '服务时间', '值班时间', '上班时间'], text, { tells: 2 }),
  },
} as const
