import { postDoorRefusal } from '@/features/surveys/answers/endpoints'

export const POST = postDoorRefusal
