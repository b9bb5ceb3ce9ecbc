import { spawn } from 'node:child_process'
import path from 'node:path'
import { databaseEnvironment, useDatabase } from './database.mjs'
import { dataDirectory, root } from './paths.mjs'
import { alone, prepareBundles, preparePackages } from './prepare.mjs'
import { sessionSecret } from './secrets.mjs'
import { Refusal, reportOnStderr, say } from './steps.mjs'

const ownersWork = new Set(['backup', 'restore', 'verify'])

/** Runs a bundled program with a database at hand, passing its arguments and exit code through. */
export async function attend(name, args) {
  reportOnStderr()
  let database
  let child = null
  const passOn = (signal) => child?.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => passOn(signal))
  try {
    await alone(async () => {
      await preparePackages()
      await prepareBundles()
    })
    database = await useDatabase()
    if (database.embedded) {
      const { deploy } = await import('./migrate.mjs')
      await deploy(database.urls)
    }
    const directory = dataDirectory()
    const env = {
      ...process.env,
      ...databaseEnvironment(database),
      // What reads or writes the database as a whole does it as the owner of its tables.
      ...(ownersWork.has(args[0]) ? { DATABASE_OWNER_URL: database.urls.owner } : {}),
      DATA_DIR: directory,
      NEXTAUTH_SECRET: sessionSecret(directory),
      NODE_ENV: process.env.NODE_ENV || 'production',
    }
    // The caller's folder stays: a relative path in the arguments means what it meant where it was typed.
    const cwd = process.env.INIT_CWD || process.cwd()
    child = spawn(process.execPath, [path.join(root, 'dist', `${name}.mjs`), ...args], {
      cwd,
      env,
      stdio: 'inherit',
    })
    return await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGTERM' ? 0 : 130)))
    })
  } catch (error) {
    say(error instanceof Refusal ? error.message : error.stack)
    return 1
  } finally {
    await database?.close()
  }
}
