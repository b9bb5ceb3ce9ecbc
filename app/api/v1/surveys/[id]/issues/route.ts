import { postSurveyIssue } from '@/features/surveys/issuing/endpoints'

export const POST = postSurveyIssue
