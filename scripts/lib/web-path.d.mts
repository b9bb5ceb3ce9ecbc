export function isReadablePath(url: string): boolean
export function loggedRoute(url: string): string
export function isOpinionBox(url: string): boolean
