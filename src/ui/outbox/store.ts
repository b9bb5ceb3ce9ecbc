import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** What the lists say of an entry without opening it: never a name, a number or what somebody said. */
export type Label = { kind: string; place: string }

export type SealedPhoto = { sealed: Uint8Array; sentAs: string | null }

export type Fault = { code: string | null; message: string | null }

/** An entry that waits in the phone: what is in it is sealed for its owner, and only the server has the key. */
export type Waiting = {
  position: number
  id: string
  owner: string
  /** Entries of one subject are sent one after another; after one that failed the others wait. */
  subject: string
  url: string
  photoUrl: string
  label: Label
  /** The phone's own time of it, and by how much that clock was found wrong before the first try. */
  madeAt: string
  aheadSeconds: number | null
  /** What makes a repeated try the same to the server. */
  key: string
  sealed: Uint8Array
  photos: SealedPhoto[]
  state: 'waiting' | 'failed'
  fault: Fault | null
}

export type Sent = { owner: string; id: string; label: Label; at: string }

interface PhoneData extends DBSchema {
  waiting: { key: number; value: Waiting; indexes: { owner: string } }
  sent: { key: string; value: Sent; indexes: { owner: string } }
  kept: { key: string; value: { owner: string; name: string; value: unknown; at: string } }
  owners: { key: string; value: { owner: string; publicKey: Uint8Array } }
}

let opened: Promise<IDBPDatabase<PhoneData>> | null = null

/** The phone's own store; a browser that has none, as in some private windows, throws. */
export function phoneStore(): Promise<IDBPDatabase<PhoneData>> {
  opened ??= openDB<PhoneData>('linzhi-phone', 1, {
    upgrade(store) {
      store
        .createObjectStore('waiting', { keyPath: 'position', autoIncrement: true })
        .createIndex('owner', 'owner')
      store.createObjectStore('sent', { keyPath: 'id' }).createIndex('owner', 'owner')
      store.createObjectStore('kept')
      store.createObjectStore('owners', { keyPath: 'owner' })
    },
    terminated() {
      opened = null
    },
  })
  opened.catch(() => {
    opened = null
  })
  return opened
}

/** What waits of an owner, in the order in which it was made. */
export const waitingOf = async (owner: string): Promise<Waiting[]> =>
  (await phoneStore()).getAllFromIndex('waiting', 'owner', owner)

/** How many entries of other people wait in this phone. */
export async function waitingOfOthers(owner: string): Promise<number> {
  const store = await phoneStore()
  return (await store.count('waiting')) - (await store.countFromIndex('waiting', 'owner', owner))
}

const MOST_SENT = 20

/** Takes an entry out as sent, leaving only what the list says of it; both or neither. */
export async function markSent({ position, owner, id, label }: Waiting, at: string): Promise<void> {
  const change = (await phoneStore()).transaction(['waiting', 'sent'], 'readwrite')
  const sent = change.objectStore('sent')
  await change.objectStore('waiting').delete(position)
  await sent.put({ owner, id, label, at })
  const own = (await sent.index('owner').getAll(owner)).sort((one, other) => other.at.localeCompare(one.at))
  for (const old of own.slice(MOST_SENT)) await sent.delete(old.id)
  await change.done
}

export const sentOf = async (owner: string): Promise<Sent[]> =>
  (await (await phoneStore()).getAllFromIndex('sent', 'owner', owner)).sort((one, other) =>
    other.at.localeCompare(one.at),
  )

const keptKey = (owner: string, name: string) => `${owner}/${name}`

/** Keeps what a page shows, so that it can be shown without a network. */
export async function keep(owner: string, name: string, value: unknown): Promise<void> {
  await (await phoneStore()).put(
    'kept',
    { owner, name, value, at: new Date().toISOString() },
    keptKey(owner, name),
  )
}

export const keptOf = async (
  owner: string,
  name: string,
): Promise<{ value: unknown; at: string } | undefined> =>
  (await phoneStore()).get('kept', keptKey(owner, name))

/** Forgets all that was kept for showing; what waits to be sent stays, sealed. */
export async function forgetKept(): Promise<void> {
  const change = (await phoneStore()).transaction(['kept', 'sent'], 'readwrite')
  await Promise.all([change.objectStore('kept').clear(), change.objectStore('sent').clear(), change.done])
}

/** Forgets what was kept for others than the owner: a phone that changes hands shows nothing of before. */
export async function forgetOthers(owner: string): Promise<void> {
  const store = await phoneStore()
  const change = store.transaction('kept', 'readwrite')
  for (const key of await change.store.getAllKeys())
    if (!key.startsWith(`${owner}/`)) await change.store.delete(key)
  await change.done
}
