import { env } from '@/env'

/** Where the installation is reached, as it stands in links and QR codes. */
export const publicOrigin = (): string => new URL(env().NEXTAUTH_URL).origin
