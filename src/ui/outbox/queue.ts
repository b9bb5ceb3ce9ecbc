import { uuidv7 } from '@/core/identifier'
import { openKey, sealingKey } from './key'
import { seal, unseal } from './seal'
import { type Fault, type Label, markSent, phoneStore, type Waiting, waitingOf } from './store'

/** What is to be sent: the photos' ids are put in as `photoIds`, the time as `made`. */
export type Entry = {
  id?: string
  owner: string
  subject: string
  url: string
  photoUrl: string
  label: Label
  body: Record<string, unknown>
  photos: readonly Uint8Array[]
}

/** Puts a refused body right as of now, such as its version; null when it cannot be put right. */
export type Mend = (
  url: string,
  body: Record<string, unknown>,
  code: string,
) => Promise<Record<string, unknown> | null>

export type Sending = 'done' | 'unreachable' | 'signed-out' | 'other-owner' | 'elsewhere'

const text = new TextEncoder()

/** Seals an entry and lays it into the phone; it is sent by `sendWaiting`. False where nothing can be kept. */
export async function enqueue({ id, owner, body, photos, ...entry }: Entry): Promise<boolean> {
  const publicKey = await sealingKey(owner)
  if (!publicKey) return false
  const key = uuidv7()
  const waiting: Omit<Waiting, 'position'> = {
    ...entry,
    id: id ?? key,
    owner,
    madeAt: new Date().toISOString(),
    aheadSeconds: null,
    key,
    sealed: seal(text.encode(JSON.stringify(body)), publicKey),
    photos: photos.map((photo) => ({ sealed: seal(photo, publicKey), sentAs: null })),
    state: 'waiting',
    fault: null,
  }
  await (await phoneStore()).add('waiting', waiting as Waiting)
  void navigator.storage?.persist?.().catch(() => {})
  return true
}

let isSending = false

/** Sends what waits, in order, each once. Two pages of one browser do not send at the same time. */
export async function sendWaiting(owner: string, mend: Mend): Promise<Sending> {
  if (isSending) return 'elsewhere'
  isSending = true
  try {
    if (!navigator.locks) return await sendAll(owner, mend)
    return await navigator.locks.request('linzhi-outbox', { ifAvailable: true }, (lock) =>
      lock ? sendAll(owner, mend) : 'elsewhere',
    )
  } finally {
    isSending = false
  }
}

async function sendAll(owner: string, mend: Mend): Promise<Sending> {
  if ((await waitingOf(owner)).every(({ state }) => state === 'failed')) return 'done'
  const opened = await openKey(owner)
  if (opened.state !== 'open') return opened.state
  const held = new Set<string>()
  for (;;) {
    const own = await waitingOf(owner)
    for (const { state, subject } of own) if (state === 'failed') held.add(subject)
    const next = own.find(({ state, subject }) => state === 'waiting' && !held.has(subject))
    if (!next) return 'done'
    const came = await deliver(next, opened.secret, opened.aheadSeconds, mend)
    if (came !== 'settled') return came
  }
}

/** One entry: its photos first, each laid down as sent, then itself; what fails for good is kept with the reason. */
async function deliver(
  waiting: Waiting,
  secret: Uint8Array,
  ahead: number,
  mend: Mend,
): Promise<'settled' | 'unreachable' | 'signed-out'> {
  const store = await phoneStore()
  waiting.aheadSeconds ??= ahead
  const photos = await sendPhotos(waiting, secret)
  if (photos !== 'sent') return photos
  const body = opened(waiting, secret)
  const photoIds = waiting.photos.map(({ sentAs }) => sentAs)
  const answer = await post(waiting, {
    ...body,
    ...(photoIds.length > 0 ? { photoIds } : {}),
    made: { at: waiting.madeAt, aheadSeconds: waiting.aheadSeconds },
  })
  if (answer.state === 'done') {
    await markSent(waiting, new Date().toISOString())
    return 'settled'
  }
  if (answer.state !== 'refused') return answer.state
  const mended = await mendedBody(waiting, body, answer.fault, mend)
  if (mended) {
    // Another body is another request: the refused one has done nothing.
    waiting.key = uuidv7()
    waiting.sealed = seal(text.encode(JSON.stringify(mended)), await ownKey(waiting.owner))
    await store.put('waiting', waiting)
    return 'settled'
  }
  await store.put('waiting', { ...waiting, state: 'failed', fault: answer.fault })
  return 'settled'
}

async function mendedBody(
  waiting: Waiting,
  body: Record<string, unknown>,
  { code }: Fault,
  mend: Mend,
): Promise<Record<string, unknown> | null> {
  const isPhotoGone = code === 'unknown-reference' && waiting.photos.some(({ sentAs }) => sentAs !== null)
  if (isPhotoGone && body.photosSentAgain !== true) {
    for (const photo of waiting.photos) photo.sentAs = null
    return { ...body, photosSentAgain: true }
  }
  return code === null ? null : mend(waiting.url, body, code)
}

const opened = ({ sealed }: Waiting, secret: Uint8Array): Record<string, unknown> =>
  JSON.parse(new TextDecoder().decode(unseal(sealed, secret)))

async function ownKey(owner: string): Promise<Uint8Array> {
  const key = await sealingKey(owner)
  if (!key) throw new Error('The key of this phone is gone.')
  return key
}

async function sendPhotos(
  waiting: Waiting,
  secret: Uint8Array,
): Promise<'sent' | 'settled' | 'unreachable' | 'signed-out'> {
  const store = await phoneStore()
  for (const photo of waiting.photos) {
    if (photo.sentAs !== null) continue
    const answer = await reached(waiting.photoUrl, {
      headers: { 'Content-Type': 'application/octet-stream' },
      body: unseal(photo.sealed, secret) as Uint8Array<ArrayBuffer>,
    })
    if (answer.state === 'refused') {
      await store.put('waiting', { ...waiting, state: 'failed', fault: answer.fault })
      return 'settled'
    }
    if (answer.state !== 'done') return answer.state
    photo.sentAs = (answer.value as { id: string }).id
    await store.put('waiting', waiting)
  }
  await store.put('waiting', waiting)
  return 'sent'
}

const post = ({ url, key }: Waiting, { photosSentAgain: _, ...body }: Record<string, unknown>) =>
  reached(url, {
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(body),
  })

type Reached =
  | { state: 'done'; value: unknown }
  | { state: 'unreachable' | 'signed-out' }
  | { state: 'refused'; fault: Fault }

/** What is only in the way for now: a server that is down, too many calls, a request that took too long. */
const passes = (status: number): boolean => status >= 500 || status === 429 || status === 408

async function reached(url: string, init: RequestInit): Promise<Reached> {
  try {
    const answer = await fetch(url, { ...init, method: 'POST', signal: AbortSignal.timeout(60_000) })
    if (answer.status === 401) return { state: 'signed-out' }
    if (passes(answer.status)) return { state: 'unreachable' }
    const value = (await answer.json().catch(() => null)) as { code?: string; message?: string } | null
    if (answer.ok) return { state: 'done', value }
    return { state: 'refused', fault: { code: value?.code ?? null, message: value?.message ?? null } }
  } catch {
    return { state: 'unreachable' }
  }
}

/** Tries a failed entry again, and with it those that waited behind it. */
export async function tryAgain(waiting: Waiting): Promise<void> {
  await (await phoneStore()).put('waiting', { ...waiting, key: uuidv7(), state: 'waiting', fault: null })
}

export async function discard({ position }: Waiting): Promise<void> {
  await (await phoneStore()).delete('waiting', position)
}
