import { type APIRequestContext, expect } from '@playwright/test'

/** Signs a browser in by the API, as the sign-in page does. */
export async function signInAs(context: { request: APIRequestContext }, username: string): Promise<void> {
  const { csrfToken } = await (await context.request.get('/api/auth/csrf')).json()
  const answer = await context.request.post('/api/auth/callback/credentials', {
    form: { username, password: 'Linzhi-demo-2026', csrfToken, json: 'true', callbackUrl: '/office' },
  })
  expect(answer.status()).toBe(200)
}
