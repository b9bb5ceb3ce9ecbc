import type { HouseholdRange } from './schema'

/** The doors of a range, floor by floor. */
export function roomsOf({ prefix = '', floorFrom, floorTo, doorFrom, doorTo }: HouseholdRange): string[] {
  const rooms: string[] = []
  for (let floor = floorFrom; floor <= floorTo; floor += 1)
    for (let door = doorFrom; door <= doorTo; door += 1)
      rooms.push(`${prefix}${floor}${String(door).padStart(2, '0')}`)
  return rooms
}
