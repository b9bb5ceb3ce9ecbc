/** What can be wrong with, or worth a word about, a file, a row or a value; its wording is in fault-words.ts. */
export const FAULT_CODES = [
  // files
  'file-empty',
  'file-too-large',
  'file-unpacks-too-large',
  'file-corrupt',
  'file-password',
  'file-is-web-page',
  'file-is-no-table',
  'file-encoding-unknown',
  'too-many-rows',
  'too-many-columns',
  'too-many-cells',
  'too-many-sheets',
  'reading-too-long',
  'reading-too-heavy',
  // sheets
  'sheet-hidden',
  'sheet-empty',
  'sheet-unrecognised',
  'sheet-left-out',
  'column-sensitive',
  // values
  'missing',
  'missing-name',
  'missing-phone',
  'formula-error',
  'not-a-number',
  'not-whole',
  'out-of-range',
  'coordinates-out-of-range',
  'mobile-length',
  'rounded-number',
  'not-a-phone',
  'phone-left-out',
  'phone-spelt-again',
  'several-people',
  'not-a-name',
  'not-a-building',
  'range-backwards',
  'range-too-long',
  'became-a-date',
  'several-buildings',
  'date-invalid',
  'month-ambiguous',
  'month-assumed',
  'year-approximate',
  'year-left-out',
  'rating-invalid',
  'word-unknown',
  'merged-number',
  'taken-from-above',
  'level-unknown',
  // cross-checks
  'compound-duplicate',
  'compound-unknown',
  'compound-refused',
  'building-duplicate',
  'building-unknown',
  'grid-duplicate',
  'grid-unknown',
  'grid-code-foreign',
  'community-unknown',
  'community-duplicate',
  'member-duplicate',
  'captain-duplicate',
  'building-has-captain',
  'provider-duplicate',
  'worker-duplicate',
  'number-duplicate',
  'organisation-duplicate',
  'parent-unknown',
  'community-differs',
  'community-names-differ',
  'building-count-differs',
  'grid-differs',
  'covered-compound-unknown',
  'building-reference-left-out',
  'fields-differ',
  'captain-succeeds',
  'phone-changed',
  'second-phone-not-kept',
] as const

export type FaultCode = (typeof FAULT_CODES)[number]

/** A fault by name, with what its wording needs. */
export type Fault = { code: FaultCode; params?: Record<string, string> }

export function fault(code: FaultCode, params?: Record<string, string | number>): Fault {
  if (params === undefined) return { code }
  return {
    code,
    params: Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)])),
  }
}

/** A fault of one cell: the heading as in the file and the value as in the cell. */
export type CellFault = Fault & { column: string; value: string }
