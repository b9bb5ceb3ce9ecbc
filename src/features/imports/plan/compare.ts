const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

const alike = (one: unknown, other: unknown): boolean => {
  if (isList(one) && isList(other)) {
    const [left, right] = [one, other].map((list) => list.map((item) => JSON.stringify(item)).sort())
    return (
      left !== undefined &&
      right !== undefined &&
      left.length === right.length &&
      left.every((item, place) => item === right[place])
    )
  }
  if (one !== null && typeof one === 'object' && other !== null && typeof other === 'object')
    return Object.entries(one).every(
      ([key, value]) => value === undefined || alike(value, (other as Record<string, unknown>)[key]),
    )
  return one === other
}

/** The fields that a record gives and that are not so yet; what it does not give is no change. */
export function changedFields<T extends object>(record: T, existing: T): string[] {
  return Object.entries(record)
    .filter(
      ([field, value]) => value !== undefined && !alike(value, (existing as Record<string, unknown>)[field]),
    )
    .map(([field]) => field)
}
