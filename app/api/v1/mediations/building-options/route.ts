import { getMediationBuildings } from '@/features/logbook/mediations/cases/endpoints'

export const GET = getMediationBuildings
