/** How much of a file is read at all; what is beyond is refused with words instead of filling the memory. */
export type Limits = {
  fileBytes: number
  unpackedBytes: number
  /** Unpacked to packed, once a file is large enough for the ratio to mean anything. */
  unpackRatio: number
  archiveEntries: number
  sheets: number
  rows: number
  columns: number
  cells: number
}

export const LIMITS: Limits = {
  fileBytes: 30 * 1024 * 1024,
  unpackedBytes: 300 * 1024 * 1024,
  unpackRatio: 200,
  archiveEntries: 2_000,
  sheets: 60,
  rows: 200_000,
  columns: 256,
  cells: 4_000_000,
}

/** The heap a parsing process may take, in megabytes, and how long it may work. */
export const PARSER_HEAP_MEGABYTES = 1_536
export const PARSER_MILLISECONDS = 120_000
