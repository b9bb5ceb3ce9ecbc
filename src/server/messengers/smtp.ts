import { createTransport, type Transporter } from 'nodemailer'
import { type Driver, Undeliverable } from './driver'

const TIMEOUT_MS = 15_000

/** Sends by an SMTP server, as `smtp://user:password@host:port` or `smtps://…` names it. */
export function smtpDriver(url: string, from: string): Driver {
  let transport: Transporter | null = null
  return {
    name: 'smtp',
    send: async ({ address, subject, words }) => {
      transport ??= createTransport(url, {
        connectionTimeout: TIMEOUT_MS,
        greetingTimeout: TIMEOUT_MS,
        socketTimeout: TIMEOUT_MS,
      } as never)
      try {
        await transport.sendMail({ from, to: address, subject: subject ?? '', text: words })
      } catch (fault) {
        const code = (fault as { responseCode?: unknown }).responseCode
        if (typeof code === 'number' && code >= 500) throw new Undeliverable(`smtp ${code}`)
        throw new Error(`smtp ${String(code ?? (fault as { code?: unknown }).code ?? 'fault')}`)
      }
    },
  }
}
