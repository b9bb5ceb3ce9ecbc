import { createTransport, type Transporter } from 'nodemailer'
import { type Driver, Undeliverable } from './driver'

const TIMEOUT_MS = 15_000

/** The address with how long to wait for the server, which nodemailer reads off an address and from nowhere beside it. */
function patientAddress(url: string, milliseconds: number): string {
  const address = new URL(url)
  for (const name of ['connectionTimeout', 'greetingTimeout', 'socketTimeout'])
    if (!address.searchParams.has(name)) address.searchParams.set(name, String(milliseconds))
  return address.href
}

/** Sends by an SMTP server, as `smtp://user:password@host:port` or `smtps://…` names it. */
export function smtpDriver(url: string, from: string, timeoutMilliseconds = TIMEOUT_MS): Driver {
  let transport: Transporter | null = null
  return {
    name: 'smtp',
    send: async ({ address, subject, words }) => {
      transport ??= createTransport(patientAddress(url, timeoutMilliseconds))
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
