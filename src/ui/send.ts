/** What came of a write: the answer, or words for what was wrong; no words when the server was not reached. */
export type Answer =
  | { ok: true; value: unknown }
  | {
      ok: false
      status: number
      code?: string | undefined
      message?: string | undefined
      requestId?: string | undefined
      fields: Record<string, string>
    }

type Sent = { current: { text: string; key: string } | null }
type Fault = { code?: string; message?: string; requestId?: string; fields?: Record<string, string> }

const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** A form's fields as text, without those left empty. */
export function formValues(values: FormData): Record<string, string> {
  const entries = [...values].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(entries.filter(([, value]) => value.trim() !== ''))
}

/** Writes JSON to an operation; what is sent again unchanged carries the same idempotency key. */
export async function send(url: string, method: string, body: unknown, sent?: Sent): Promise<Answer> {
  const text = JSON.stringify(body ?? {})
  const key = sent?.current?.text === text ? sent.current.key : newKey()
  if (sent) sent.current = { text, key }
  try {
    const answer = await fetch(url, {
      method,
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: text,
    })
    const value: unknown = await answer.json().catch(() => null)
    if (answer.ok) return { ok: true, value }
    const { fields = {}, ...fault } = (value ?? {}) as Fault
    return { ok: false, status: answer.status, ...fault, fields }
  } catch {
    return { ok: false, status: 0, fields: {} }
  }
}
