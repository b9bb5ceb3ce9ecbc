import { needed, optional } from './field'
import { COMMUNITY } from './headings'
import { wholeNumber } from './values/numbers'
import { code, community, forces, places, text } from './values/words'

export const grids = {
  kind: 'grids',
  title: /网格(?!员)/,
  fields: {
    code: needed(['网格编号', '网格编码', '网格代码', '网格号', '编号', '网格序号', '编码', '网格id'], code, {
      checked: true,
      tells: 2,
    }),
    name: needed(['网格名称', '网格名', '名称', '网格', '所属网格', '网格全称'], text, {
      checked: true,
      tells: 2,
    }),
    community: optional(COMMUNITY, community, { checked: true, grouped: true }),
    branchName: optional(
      [
        '网格党支部',
        '党支部',
        '所属党支部',
        '党支部名称',
        '网格党组织',
        '网格支部',
        '网格党支部名称',
        '所属支部',
      ],
      text,
      { tells: 3 },
    ),
    compounds: optional(
      [
        '覆盖小区',
        '所含小区',
        '包含小区',
        '涉及小区',
        '辖区小区',
        '小区',
        '管辖小区',
        '覆盖范围',
        '小区名称',
        '网格范围',
        '下辖小区',
        '所辖小区',
      ],
      places,
      { tells: 2, checked: true },
    ),
    buildingCount: optional(['楼栋数', '幢数', '栋数', '楼栋数量', '楼幢数', '楼数'], wholeNumber(2_000), {
      measure: true,
      checked: true,
    }),
    forces: optional(
      [
        '整合力量',
        '力量整合',
        '整合网格',
        '网格力量',
        '融合力量',
        '整合队伍',
        '多网合一',
        '网格类型',
        '工作力量',
      ],
      forces,
      { tells: 3 },
    ),
  },
} as const
