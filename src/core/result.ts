/** What a command or a pure rule answers: the value, or a refusal by name, with the fields that caused it. */
export type Result<T, R extends string> =
  | { ok: true; value: T }
  | { ok: false; refusal: R; fields?: Record<string, string> }

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

export function refuse<R extends string>(
  refusal: R,
  fields?: Record<string, string>,
): { ok: false; refusal: R; fields?: Record<string, string> } {
  return fields === undefined ? { ok: false, refusal } : { ok: false, refusal, fields }
}
