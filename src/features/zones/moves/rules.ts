export type Placed = { id: string; zoneId: string | null; households: number }
export type Balance = { zoneId: string | null; before: number; after: number }

/** The households of each zone that a move touches, before and after it; those in no zone are one more line. */
export function balanceOf(
  compounds: readonly Placed[],
  moved: ReadonlySet<string>,
  to: string | null,
): Balance[] {
  const lines = new Map<string | null, Balance>()
  const at = (zoneId: string | null) => {
    const line = lines.get(zoneId) ?? { zoneId, before: 0, after: 0 }
    lines.set(zoneId, line)
    return line
  }
  const touched = new Set([to, ...compounds.filter(({ id }) => moved.has(id)).map(({ zoneId }) => zoneId)])
  for (const zoneId of touched) at(zoneId)
  for (const { id, zoneId, households } of compounds) {
    const target = moved.has(id) ? to : zoneId
    if (touched.has(zoneId)) at(zoneId).before += households
    if (touched.has(target)) at(target).after += households
  }
  return [...lines.values()]
}
