import pino from 'pino'

/** The only fields that a log line may carry; whatever else is passed is left out, so that no personal data slips in. */
type LogFields = {
  requestId?: string
  operation?: string
  status?: number
  milliseconds?: number
  job?: string
  code?: string
  count?: number
  fault?: unknown
}

const logger = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
})

/** An error's kind and place, without its message: messages quote values. */
function faultOf(fault: unknown) {
  if (!(fault instanceof Error)) return { kind: typeof fault }
  const code = 'code' in fault ? String(fault.code) : undefined
  const stack = fault.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 6)
  return { kind: fault.name, code, stack }
}

function allowed({ fault, ...fields }: LogFields) {
  const { requestId, operation, status, milliseconds, job, code, count } = fields
  return {
    requestId,
    operation,
    status,
    milliseconds,
    job,
    code,
    count,
    ...(fault === undefined ? {} : { fault: faultOf(fault) }),
  }
}

export const log = {
  info: (event: string, fields: LogFields = {}) => logger.info(allowed(fields), event),
  warn: (event: string, fields: LogFields = {}) => logger.warn(allowed(fields), event),
  error: (event: string, fields: LogFields = {}) => logger.error(allowed(fields), event),
}
