import { describe, expect, test } from 'vitest'
import { flowOf, type ThreadDemand } from './rules'

const demand = (id: string, more: Partial<ThreadDemand>): ThreadDemand => ({
  id,
  title: id,
  state: 'open',
  bySource: { answer: 10 },
  services: [],
  ...more,
})
const sumOf = (links: readonly { value: number }[]) => links.reduce((sum, { value }) => sum + value, 0)

describe('flowOf', () => {
  const demands = [
    demand('清扫', {
      bySource: { answer: 90, visit: 10 },
      state: 'on_menu',
      services: [
        { id: 'a', name: '保洁', reach: 'universal', orders: 0 },
        { id: 'b', name: '擦窗', reach: 'on_demand', orders: 4 },
      ],
    }),
    demand('停车', { bySource: { answer: 30 }, state: 'declined' }),
    demand('宠物', { bySource: { consultation: 5 } }),
  ]
  const { nodes, links } = flowOf(demands, 2)

  test('loses and adds nothing on the way: what flows into a node flows out of it', () => {
    for (const { key, kind } of nodes) {
      const into = sumOf(links.filter(({ target }) => target === key))
      const out = sumOf(links.filter(({ source }) => source === key))
      if (kind === 'source') expect(into).toBe(0)
      else if (kind === 'end') expect(out).toBe(0)
      else expect(out).toBeCloseTo(into)
    }
    expect(sumOf(links.filter(({ source }) => source.startsWith('source ')))).toBe(135)
    expect(sumOf(links.filter(({ target }) => target.startsWith('end ')))).toBe(135)
  })

  test('parts a demand evenly among its services, and ends each where it ended', () => {
    expect(links).toContainEqual({ source: 'demand 清扫', target: 'service b', value: 50 })
    expect(links).toContainEqual({ source: 'service a', target: 'end for_all', value: 50 })
    expect(links).toContainEqual({ source: 'service b', target: 'end ordered', value: 50 })
    expect(links).toContainEqual({ source: 'demand 停车', target: 'end declined', value: 30 })
  })

  test('gathers the small demands in one node', () => {
    expect(links).toContainEqual({ source: 'source consultation', target: 'others', value: 5 })
    expect(nodes.filter(({ kind }) => kind === 'demand')).toHaveLength(2)
  })
})
