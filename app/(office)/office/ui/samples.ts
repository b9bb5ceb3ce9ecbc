import type { TreeNode } from '@/ui/nested-list'
import type { TimelineEvent } from '@/ui/timeline'
import type { Tone } from '@/ui/tone'

type Compound = {
  name: string
  community: string
  year: number
  households: number
  area: string
  stage: string
  tone: Tone
  pilot: boolean
}

const compound = (
  name: string,
  community: string,
  year: number,
  households: number,
  pilot = false,
): Compound => ({
  name,
  community,
  year,
  households,
  area: String(households * 92),
  stage: pilot ? '有物管' : '无物管',
  tone: pilot ? 'good' : 'neutral',
  pilot,
})

export const COMPOUNDS: readonly Compound[] = [
  compound('古田新村', '古田社区', 1998, 642, true),
  compound('三星新村', '三星社区', 1995, 410, true),
  compound('锦顺园', '南苑社区', 2004, 288, true),
  compound('南苑新村', '南苑社区', 1992, 1056, true),
  compound('人民南路职工宿舍区东院', '古田社区', 1986, 74),
]

export const COMMUNITIES = [
  { value: 'gutian', label: '古田社区' },
  { value: 'sanxing', label: '三星社区' },
  { value: 'nanyuan', label: '南苑社区' },
] as const

export const EVENTS: readonly TimelineEvent[] = [
  {
    id: '3',
    at: new Date('2026-11-20T06:30:00Z'),
    when: '2026年11月20日 14:30',
    title: '物业状况改为“有物管”',
    by: '街道工作人员',
    detail: '附验收记录',
    tone: 'good',
  },
  {
    id: '2',
    at: new Date('2026-11-02T01:00:00Z'),
    when: '2026年11月2日 09:00',
    title: '划入第三片区',
    by: '街道管理员',
  },
  {
    id: '1',
    at: new Date('2026-10-08T02:12:00Z'),
    when: '2026年10月8日 10:12',
    title: '从台账导入',
    tone: 'note',
  },
]

export const PARTY_TREE: readonly TreeNode[] = [
  {
    id: 'committee',
    label: '古田社区党委',
    detail: '书记 张*',
    children: [
      {
        id: 'branch',
        label: '第一网格党支部',
        children: [
          { id: 'group', label: '3幢楼栋党小组', detail: '组长 李*' },
          { id: 'group-2', label: '5幢楼栋党小组', mark: { label: '组长空缺', tone: 'warn' } },
        ],
      },
    ],
  },
  { id: 'committee-2', label: '三星社区党委', detail: '书记 王*' },
]
