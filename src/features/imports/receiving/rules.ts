/** So many files make an import; a street has about eight registers. */
export const MOST_FILES = 40
