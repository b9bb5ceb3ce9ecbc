import { z } from 'zod'

const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .optional()
  .transform((value) => value === '1' || value === 'true')

const schema = z.object({
  NODE_ENV: z.string().default('production'),
  DATABASE_URL: z.string().min(1),
  DATABASE_REPORT_URL: z.string().optional(),
  DATABASE_OWNER_URL: z.string().optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  NEXTAUTH_URL: z.url().default('http://localhost:3000'),
  NEXTAUTH_SECRET: z.string().min(16),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  LINZHI_DEMO: flag,
  LINZHI_GALLERY: flag,
  TOTP_REQUIRED: flag,
  MAX_UPLOAD_BYTES: z.coerce.number().int().positive().default(60_000_000),
  DATA_DIR: z.string().min(1).default('.data'),
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().min(3).default('linzhi@localhost'),
  SMS_DRIVER: z.enum(['off', 'fake']).default('off'),
  WECHAT_DRIVER: z.enum(['off', 'fake']).default('off'),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(20).default(2),
})

export type Env = z.infer<typeof schema>

let read: Env | null = null

/** The process's configuration; the first read throws a list of what is missing or malformed. */
export function env(): Env {
  if (read) return read
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`Configuration: ${faults.join('; ')}`)
  }
  read = parsed.data
  return read
}
