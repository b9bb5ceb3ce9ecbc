export type DatabaseUrls = { superuser: string; owner: string; app: string; report: string }
export type OpenDatabase = { urls: DatabaseUrls; isNew: boolean; close: () => Promise<void> }
export function openDatabase(directory: string, options?: { durable?: boolean }): Promise<OpenDatabase>
