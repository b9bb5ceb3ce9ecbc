import { dataDirectory } from './paths.mjs'

/** The database to work with: the one named by DATABASE_URL, else the embedded one, started or joined. */
export async function useDatabase() {
  const { DATABASE_URL: app, DATABASE_OWNER_URL: owner, DATABASE_REPORT_URL: report } = process.env
  if (app || owner) {
    return {
      embedded: false,
      urls: { app: app || owner, owner: owner || app, report },
      close: async () => {},
    }
  }
  const { openDatabase } = await import('./postgres.mjs')
  return { embedded: true, ...(await openDatabase(dataDirectory())) }
}

/** What the app's processes read of the database; the owner's address is not among it. */
export const databaseEnvironment = ({ urls }) => ({
  DATABASE_URL: urls.app,
  DATABASE_REPORT_URL: urls.report ?? '',
  DATABASE_OWNER_URL: '',
})
