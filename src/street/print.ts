export const out = (text: string): boolean => process.stdout.write(`${text}\n`)
export const say = (text: string): boolean => process.stderr.write(`${text}\n`)
