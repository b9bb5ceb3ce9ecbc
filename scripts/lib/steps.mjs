const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`

let write = (line) => process.stdout.write(`${line}\n`)

/** Sends progress to stderr, for commands whose stdout is their answer. */
export function reportOnStderr() {
  write = (line) => process.stderr.write(`${line}\n`)
}

export const say = (line = '') => write(line)

/** A failure whose message is all that the reader needs: no stack. */
export class Refusal extends Error {}

/** Runs one step and shows it with its time, in Chinese and English; a quiet one shows only when it takes long. */
export async function step(title, work) {
  const began = Date.now()
  const slow = setTimeout(() => say(`  … ${title}`), 700)
  try {
    const answer = await work()
    say(`  ✓ ${title}  ${seconds(Date.now() - began)}`)
    return answer
  } catch (error) {
    say(`  ✗ ${title}  ${seconds(Date.now() - began)}`)
    throw error
  } finally {
    clearTimeout(slow)
  }
}
