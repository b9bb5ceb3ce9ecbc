import * as captains from '@/features/captains/appointments/endpoints'
import * as captainBuildings from '@/features/captains/buildings/endpoints'
import * as electionBallots from '@/features/captains/elections/ballots/endpoints'
import * as elections from '@/features/captains/elections/endpoints'
import * as electionLife from '@/features/captains/elections/life/endpoints'
import * as electionObjections from '@/features/captains/elections/objections/endpoints'
import * as electionPrinting from '@/features/captains/elections/printing/endpoints'
import * as materials from '@/features/captains/materials/endpoints'
import * as materialHolders from '@/features/captains/materials/holders/endpoints'
import * as materialIssues from '@/features/captains/materials/issues/endpoints'
import * as captainNotices from '@/features/captains/notices/endpoints'
import * as captainTerms from '@/features/captains/terms/endpoints'
import * as captainSuggestions from '@/features/captains/terms/suggestions/endpoints'
import * as operators from '@/features/crews/operators/endpoints'
import * as wages from '@/features/crews/wages/endpoints'
import * as workers from '@/features/crews/workers/endpoints'
import * as demands from '@/features/demands/demands/endpoints'
import * as demandEvidence from '@/features/demands/evidence/endpoints'
import * as kitchen from '@/features/demands/kitchen/endpoints'
import * as resources from '@/features/demands/resources/endpoints'
import * as gridMembers from '@/features/grids/members/endpoints'
import * as grids from '@/features/grids/register/endpoints'
import * as imports from '@/features/imports/endpoints'
import * as ownCopy from '@/features/insights/own-copy/endpoints'
import * as ownErasure from '@/features/insights/own-erasure/endpoints'
import * as reports from '@/features/insights/reports/endpoints'
import * as search from '@/features/insights/search/endpoints'
import * as structure from '@/features/insights/structure/endpoints'
import * as logCheckpoints from '@/features/logbook/checkpoints/endpoints'
import * as logEntries from '@/features/logbook/entries/endpoints'
import * as mediationAgreements from '@/features/logbook/mediations/agreements/endpoints'
import * as mediationCases from '@/features/logbook/mediations/cases/endpoints'
import * as mediationSeats from '@/features/logbook/mediations/seats/endpoints'
import * as ownBook from '@/features/logbook/own-book/endpoints'
import * as logPhotos from '@/features/logbook/photos/endpoints'
import * as logRounds from '@/features/logbook/rounds/endpoints'
import * as visitRhythms from '@/features/logbook/visits/endpoints'
import * as menuItems from '@/features/menus/items/endpoints'
import * as menus from '@/features/menus/menus/endpoints'
import * as orders from '@/features/menus/orders/endpoints'
import * as orderPayments from '@/features/menus/payments/endpoints'
import * as opinionBoxes from '@/features/opinions/boxes/endpoints'
import * as opinions from '@/features/opinions/endpoints'
import * as opinionFigures from '@/features/opinions/figures/endpoints'
import * as opinionSlips from '@/features/opinions/slips/endpoints'
import * as centreHouseholds from '@/features/parties/centre-households/endpoints'
import * as membership from '@/features/parties/membership/endpoints'
import * as parties from '@/features/parties/organisations/endpoints'
import * as accounts from '@/features/people/accounts/endpoints'
import * as apiKeys from '@/features/people/api-keys/endpoints'
import * as audit from '@/features/people/audit/endpoints'
import * as consents from '@/features/people/consents/endpoints'
import * as householdInvitations from '@/features/people/household-invitations/endpoints'
import * as householdMembers from '@/features/people/household-members/endpoints'
import * as invitations from '@/features/people/invitations/endpoints'
import * as outbox from '@/features/people/outbox/endpoints'
import * as ownAccount from '@/features/people/own-account/endpoints'
import * as ownHouseholds from '@/features/people/own-households/endpoints'
import * as persons from '@/features/people/persons/endpoints'
import * as phoneCodes from '@/features/people/phone-codes/endpoints'
import * as phoneKey from '@/features/people/phone-key/endpoints'
import * as ownResident from '@/features/people/residents/own/endpoints'
import * as roleGrants from '@/features/people/role-grants/endpoints'
import * as buildings from '@/features/places/buildings/endpoints'
import * as calendar from '@/features/places/calendar/endpoints'
import * as communities from '@/features/places/communities/endpoints'
import * as compounds from '@/features/places/compounds/endpoints'
import * as households from '@/features/places/households/endpoints'
import * as settings from '@/features/places/settings/endpoints'
import * as stages from '@/features/places/stages/endpoints'
import * as stairwells from '@/features/places/stairwells/endpoints'
import * as stars from '@/features/places/stars/endpoints'
import * as providers from '@/features/providers/register/endpoints'
import * as requestBoard from '@/features/requests/board/endpoints'
import * as requestBulk from '@/features/requests/bulk/endpoints'
import * as followUpCalls from '@/features/requests/calls/endpoints'
import * as captainHandovers from '@/features/requests/captain-handovers/endpoints'
import * as requestCategories from '@/features/requests/categories/endpoints'
import * as dispatchRules from '@/features/requests/dispatch/rulebook/endpoints'
import * as handover from '@/features/requests/handover/endpoints'
import * as requestIntake from '@/features/requests/intake/endpoints'
import * as requestLife from '@/features/requests/life/endpoints'
import * as outages from '@/features/requests/outages/endpoints'
import * as ownJobs from '@/features/requests/own-jobs/endpoints'
import * as ownRequests from '@/features/requests/own-requests/endpoints'
import * as requestPhotos from '@/features/requests/photos/endpoints'
import * as replyTemplates from '@/features/requests/templates/endpoints'
import * as requestTracks from '@/features/requests/tracks/endpoints'
import * as savedViews from '@/features/requests/views/endpoints'
import * as sheets from '@/features/sheets/boards/endpoints'
import * as flexibleHours from '@/features/sheets/flexible-hours/endpoints'
import * as sheetPrinting from '@/features/sheets/printing/endpoints'
import * as similarRequests from '@/features/sheets/similar/endpoints'
import * as surveyAnalysis from '@/features/surveys/analysis/endpoints'
import * as surveyAnswers from '@/features/surveys/answers/endpoints'
import * as surveys from '@/features/surveys/campaigns/endpoints'
import * as surveyCoding from '@/features/surveys/coding/endpoints'
import * as consultations from '@/features/surveys/consultations/endpoints'
import * as surveyIssuing from '@/features/surveys/issuing/endpoints'
import * as surveyPaper from '@/features/surveys/paper/endpoints'
import * as surveyProgress from '@/features/surveys/progress/endpoints'
import * as householdVisits from '@/features/surveys/visits/endpoints'
import * as zoneLeads from '@/features/zones/leads/endpoints'
import * as zoneMoves from '@/features/zones/moves/endpoints'
import * as zones from '@/features/zones/register/endpoints'
import type { Handler } from '@/server/endpoint'
import * as jobs from '@/server/job-runs'

/** Every declared operation of the API, by the module that declares it. */
const MODULES: readonly Record<string, Handler>[] = [
  elections,
  electionBallots,
  electionLife,
  electionObjections,
  electionPrinting,
  structure,
  captainHandovers,
  captainTerms,
  materials,
  materialHolders,
  materialIssues,
  captainSuggestions,
  apiKeys,
  handover,
  savedViews,
  stars,
  reports,
  dispatchRules,
  requestCategories,
  outbox,
  outages,
  similarRequests,
  requestTracks,
  ownRequests,
  requestPhotos,
  requestBoard,
  buildings,
  stairwells,
  households,
  search,
  communities,
  compounds,
  stages,
  grids,
  gridMembers,
  providers,
  ownAccount,
  phoneCodes,
  householdMembers,
  householdInvitations,
  ownHouseholds,
  ownResident,
  ownCopy,
  ownErasure,
  persons,
  requestBulk,
  requestIntake,
  requestLife,
  imports,
  jobs,
  captains,
  captainBuildings,
  consents,
  sheets,
  sheetPrinting,
  flexibleHours,
  calendar,
  zones,
  zoneLeads,
  zoneMoves,
  accounts,
  roleGrants,
  invitations,
  settings,
  audit,
  parties,
  centreHouseholds,
  membership,
  workers,
  wages,
  operators,
  phoneKey,
  ownJobs,
  logEntries,
  logPhotos,
  logCheckpoints,
  logRounds,
  visitRhythms,
  mediationAgreements,
  mediationCases,
  mediationSeats,
  ownBook,
  replyTemplates,
  followUpCalls,
  opinionBoxes,
  opinions,
  householdVisits,
  surveys,
  surveyIssuing,
  surveyAnswers,
  surveyProgress,
  surveyPaper,
  consultations,
  surveyAnalysis,
  surveyCoding,
  demands,
  demandEvidence,
  resources,
  kitchen,
  opinionFigures,
  opinionSlips,
  captainNotices,
  menus,
  menuItems,
  orders,
  orderPayments,
]

export const OPERATIONS: readonly Handler[] = MODULES.flatMap((module) => Object.values(module))
