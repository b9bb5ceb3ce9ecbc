export function isReadablePath(url: string): boolean
export function loggedRoute(url: string): string
