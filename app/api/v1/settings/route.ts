import { getSettings, patchSettings } from '@/features/places/settings/endpoints'

export const GET = getSettings
export const PATCH = patchSettings
