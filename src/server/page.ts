import type { Route } from 'next'
import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import type { Act } from './act'
import { db } from './db'
import type { Permission } from './permissions'
import { holds, type Principal } from './principal'
import { principalOf, sessionCookieName } from './session'

/** Who is looking at this page, asked once per request. */
export const currentPrincipal = cache(async (): Promise<Principal | null> => {
  const cookie = (await cookies()).get(sessionCookieName())?.value
  return cookie ? principalOf(cookie, new Date()) : null
})

/** The signed-in reader of a page; anyone else is sent to sign in and comes back afterwards. */
export async function signedIn(): Promise<Principal> {
  const principal = await currentPrincipal()
  if (principal) return principal
  const path = (await headers()).get('x-linzhi-path') ?? '/office'
  redirect(`/sign-in?next=${encodeURIComponent(path)}` as Route)
}

/** What a page's queries read through. Without the permission the page does not exist. */
export async function pageAct(permission?: Permission): Promise<Act> {
  const principal = await signedIn()
  const requestHeaders = await headers()
  if (permission && principal.mustSetUpTotp) redirect('/office/account')
  if (permission && !holds(principal, permission)) notFound()
  return { tx: db(), principal, now: new Date(), requestId: requestHeaders.get('x-request-id') ?? '' }
}
