import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('./src', import.meta.url)) }
const env = { TZ: 'Asia/Kathmandu', NODE_ENV: 'test' as const }

export default defineConfig({
  resolve: { alias },
  test: {
    env,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          env,
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          // Properties over thousands of texts take their time where other work shares the processors.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          env,
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          // A race that is lost to a loaded machine once is shown as tried again, and does not hide what else is wrong.
          retry: 1,
        },
      },
    ],
  },
})
