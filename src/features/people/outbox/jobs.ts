import { sendMessages } from './commands'

/** Once a minute, and whenever messages were written: sends what is due. */
export async function sendDueMessages(): Promise<void> {
  await sendMessages(() => new Date())
}
