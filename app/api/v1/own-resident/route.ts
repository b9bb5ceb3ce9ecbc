import { getOwnResident, patchOwnResident } from '@/features/people/residents/own/endpoints'

export const GET = getOwnResident
export const PATCH = patchOwnResident
