import { notThere } from '@/server/api-error'

export const GET = notThere
export const POST = notThere
export const PUT = notThere
export const PATCH = notThere
export const DELETE = notThere
