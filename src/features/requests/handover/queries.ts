import { z } from 'zod'
import { addDays, startOf } from '@/core/instants'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import { type Principal, reach } from '@/server/principal'
import { countOpen } from '../board/queries'
import { requestsWithin } from '../policy'
import type { NoteFilter } from './schema'

const counted = z.object({
  open: z.number(),
  soon: z.number(),
  late: z.number(),
  submitted: z.number(),
  accepted: z.number(),
  paused: z.number(),
})
export type Counts = z.output<typeof counted>

/** What lies open at this moment within the writer's sight. */
export async function countsNow(act: Act): Promise<Counts> {
  const { tx, principal } = act
  const [{ open, soon, late }, states] = await Promise.all([
    countOpen(act),
    tx.request.groupBy({
      by: ['state'],
      where: {
        AND: [
          requestsWithin(principal, 'requests.read'),
          { state: { in: ['submitted', 'accepted', 'paused'] } },
        ],
      },
      _count: true,
    }),
  ])
  const of = (state: string) => states.find((one) => one.state === state)?._count ?? 0
  return { open, soon, late, submitted: of('submitted'), accepted: of('accepted'), paused: of('paused') }
}

/** A note may speak of any place in the street: who holds only a part of it reads the own ones. */
const notesFor = (principal: Principal): Prisma.HandoverNoteWhereInput => ({
  streetId: principal.streetId,
  ...(reach(principal, 'handover.read') === 'street' ? {} : { accountId: principal.accountId }),
})

const NOTE = {
  id: true,
  author: true,
  shift: true,
  words: true,
  counts: true,
  createdAt: true,
} satisfies Prisma.HandoverNoteSelect

type Found = Prisma.HandoverNoteGetPayload<{ select: typeof NOTE }>
export type NoteRow = Omit<Found, 'counts'> & { counts: Counts | null }

/** A page of what one shift told the next, newest first. */
export async function listNotes({ tx, principal }: Act, filter: NoteFilter): Promise<Page<NoteRow>> {
  const cursor = cursorFor(filter.cursor, 'day')
  const where: Prisma.HandoverNoteWhereInput = {
    AND: [
      notesFor(principal),
      filter.q
        ? { OR: [{ words: { contains: filter.q, mode: 'insensitive' } }, { author: { contains: filter.q } }] }
        : {},
      filter.from ? { createdAt: { gte: startOf(filter.from) } } : {},
      filter.to ? { createdAt: { lt: startOf(addDays(filter.to, 1)) } } : {},
    ],
  }
  const place = keyset('createdAt', 'desc', cursor, filter.size)
  const [found, total] = await Promise.all([
    tx.handoverNote.findMany({
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: NOTE,
    }),
    tx.handoverNote.count({ where }),
  ])
  const page = pageOf(found, filter.size, cursor, total, ({ createdAt }) => createdAt.toISOString())
  return {
    ...page,
    rows: page.rows.map(({ counts, ...note }) => ({
      ...note,
      counts: counted.safeParse(counts).data ?? null,
    })),
  }
}
