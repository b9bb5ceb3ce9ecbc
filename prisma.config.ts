import { defineConfig } from 'prisma/config'

/** The schema is a folder: schema.prisma and one file per feature below models/. */
export default defineConfig({ schema: 'prisma', migrations: { path: 'prisma/migrations' } })
