import type { Client } from 'pg'

export const roleNames: string[]
export function withClient<T>(url: string, work: (client: Client) => Promise<T>, ms?: number): Promise<T>
export function provisionRoles(superuserUrl: string, passwords: Record<string, string>): Promise<void>
