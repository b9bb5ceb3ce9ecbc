import { ok, refuse } from '@/core/result'
import type mediations from '@/messages/zh-CN/mediations.json'
import { endpoint } from '@/server/endpoint'
import { loadMessages } from '@/server/messages'
import { PAPER_POLICY } from '@/server/paper'
import { dayFrom } from '@/server/term'
import { readMediation } from '../cases/queries'
import { mediationDocument, mediationKey, newAgreement, newSignature, type Strokes } from '../schema'
import { drawUp, sign } from './commands'
import { renderAgreement } from './document'

export const postMediationAgreement = endpoint({
  method: 'POST',
  path: '/mediations/{id}/agreements',
  summary: 'Draw up the next edition of the agreement, to be signed by all parties',
  allow: 'mediations.use',
  params: mediationKey,
  body: newAgreement,
  status: 201,
  idempotent: true,
  run: (act, { params, body }) => drawUp(act, params.id, body),
})

export const postMediationSignature = endpoint({
  method: 'POST',
  path: '/mediations/{id}/signatures',
  summary: 'Keep a party’s signature below the latest edition',
  allow: 'mediations.use',
  params: mediationKey,
  body: newSignature,
  status: 201,
  idempotent: true,
  run: (act, { params, body }) => sign(act, params.id, body),
})

export const getMediationAgreement = endpoint({
  method: 'GET',
  path: '/mediations/{id}/agreement',
  summary: 'The latest edition of the agreement with its signatures, as a document to print',
  allow: 'mediations.use',
  params: mediationKey,
  query: mediationDocument,
  answer: 'file',
  run: async (act, { params, query: { lang: locale } }) => {
    const found = await readMediation(act, params.id)
    const [latest] = found?.agreements ?? []
    if (!found || !latest) return refuse('not-found')
    const { compound, name } = found.building
    const words = ((await loadMessages(locale)).mediations as unknown as typeof mediations).document
    const document = renderAgreement(
      {
        number: found.number,
        street: compound.community.street.name,
        community: compound.community.name,
        place: `${compound.name}${name}`,
        matter: found.matter,
        edition: latest.edition,
        words: latest.words,
        mediator: latest.mediator,
        drawnUpOn: dayFrom(latest.drawnUpOn),
        parties: found.parties.map((party) => {
          const signature = latest.signatures.find(({ partyId }) => partyId === party.id)
          return {
            name: party.name,
            door: party.door,
            signedAt: signature?.signedAt ?? null,
            strokes: (signature?.strokes ?? null) as Strokes | null,
          }
        }),
      },
      { locale, words },
    )
    return ok({
      file: {
        name: 'agreement.html',
        type: 'text/html; charset=utf-8',
        bytes: Buffer.from(document),
        policy: PAPER_POLICY,
      },
    })
  },
})
