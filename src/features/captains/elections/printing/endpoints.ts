import { ok, refuse } from '@/core/result'
import type elections from '@/messages/zh-CN/elections.json'
import { endpoint } from '@/server/endpoint'
import { loadMessages } from '@/server/messages'
import { PAPER_POLICY } from '@/server/paper'
import { dayFrom } from '@/server/term'
import { type ElectionView, renderCountSheet, renderNotice } from '../document'
import { type ElectionDetail, findElection, nomineesStanding } from '../queries'
import { electionDocument, electionKey } from '../schema'

const dayOrNull = (date: Date | null) => date && dayFrom(date)

/** What of an election stands on paper; who is a Party member is no part of it. */
const viewOf = (election: ElectionDetail): ElectionView => ({
  ...election,
  street: election.community.street.name,
  community: election.community.name,
  officePhone: election.community.officePhone,
  votingFrom: dayOrNull(election.votingFrom),
  votingTo: dayOrNull(election.votingTo),
  publicFrom: dayOrNull(election.publicFrom),
  publicTo: dayOrNull(election.publicTo),
  winner: election.nominees.find(({ id }) => id === election.winnerId)?.person.name ?? null,
  nominees: nomineesStanding(election).map(({ person, ...nominee }) => ({ ...nominee, name: person.name })),
})

const written = (name: string, document: string) => ({
  file: {
    name: `${name}.html`,
    type: 'text/html; charset=utf-8',
    bytes: Buffer.from(document),
    policy: PAPER_POLICY,
  },
})

const wordsIn = async (locale: 'zh-CN' | 'en') =>
  ((await loadMessages(locale)).elections as unknown as typeof elections).document

export const getElectionNotice = endpoint({
  method: 'GET',
  path: '/elections/{id}/notice',
  summary: 'The public notice of the choice as a document to print',
  allow: 'elections.read',
  params: electionKey,
  query: electionDocument,
  answer: 'file',
  run: async (act, { params, query: { lang: locale } }) => {
    const election = await findElection(act, params.id)
    if (!election) return refuse('not-found')
    if (!election.winnerId || !election.publicFrom) return refuse('step-not-possible')
    return ok(written('notice', renderNotice(viewOf(election), { locale, words: await wordsIn(locale) })))
  },
})

export const getElectionCountSheet = endpoint({
  method: 'GET',
  path: '/elections/{id}/count-sheet',
  summary: 'The count sheet of a vote as a document to print',
  allow: 'elections.read',
  params: electionKey,
  query: electionDocument,
  answer: 'file',
  run: async (act, { params, query: { lang: locale } }) => {
    const election = await findElection(act, params.id)
    if (!election) return refuse('not-found')
    if (election.kind !== 'vote') return refuse('step-not-possible')
    const document = renderCountSheet(viewOf(election), { locale, words: await wordsIn(locale) })
    return ok(written('count-sheet', document))
  },
})
