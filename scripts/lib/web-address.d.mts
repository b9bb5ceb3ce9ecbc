export function trustedHops(value: string | undefined): number
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  hops: number,
): string
export function forwardedBy(
  headers: Record<string, string | undefined>,
  hops: number,
): { protocol: 'http' | 'https'; host: string }
export function isHost(host: string): boolean
