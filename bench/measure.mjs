import { execFileSync } from 'node:child_process'

/** Every process below the one given, with its resident memory in megabytes. */
export function familyOf(pid) {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,args='], {
    encoding: 'utf8',
    maxBuffer: 20_000_000,
  })
    .trim()
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter(Boolean)
    .map(([, own, parent, kilobytes, args]) => ({
      pid: Number(own),
      parent: Number(parent),
      megabytes: Number(kilobytes) / 1024,
      args,
    }))
  const family = []
  for (let parents = [pid]; parents.length > 0; ) {
    const children = rows.filter(({ parent, args }) => parents.includes(parent) && !args.startsWith('ps '))
    family.push(...children)
    parents = children.map((child) => child.pid)
  }
  return family
}

/** Does the work and watches what the processes below this one hold meanwhile; PostgreSQL's shared pages are left out. */
export async function withPeakMemory(work) {
  let peak = 0
  const look = setInterval(() => {
    const held = familyOf(process.pid).filter(({ args }) => !args.includes('postgres'))
    peak = Math.max(
      peak,
      held.reduce((sum, { megabytes }) => sum + megabytes, 0),
    )
  }, 250)
  const began = performance.now()
  try {
    await work()
  } finally {
    clearInterval(look)
  }
  return { seconds: (performance.now() - began) / 1000, megabytes: peak }
}

export const medianOf = (values) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]

/** How long the work takes in milliseconds. */
export async function timed(work) {
  const began = performance.now()
  await work()
  return performance.now() - began
}
