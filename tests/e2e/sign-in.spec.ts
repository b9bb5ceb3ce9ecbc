import { type APIRequestContext, expect, test } from '@playwright/test'

async function signIn(request: APIRequestContext, username: string, password: string) {
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  const answer = await request.post('/api/auth/callback/credentials', {
    form: { username, password, csrfToken, json: 'true', callbackUrl: '/office' },
  })
  return { status: answer.status(), url: String((await answer.json()).url) }
}

test('the demo administrator signs in, a wrong password does not', async ({ request }) => {
  const wrong = await signIn(request, 'street-admin', 'not-the-password')
  expect(wrong).toMatchObject({ status: 401 })
  expect(wrong.url).toContain('error=wrong')
  const right = await signIn(request, 'street-admin', 'Linzhi-demo-2026')
  expect(right).toMatchObject({ status: 200 })
  expect(right.url).not.toContain('error')
  const { cookies } = await request.storageState()
  expect(cookies.map(({ name }) => name)).toContain('next-auth.session-token')
})

test('the sixth wrong password in a row locks the account to strangers', async ({ request }) => {
  const answers: string[] = []
  for (let attempt = 0; attempt < 6; attempt++)
    answers.push((await signIn(request, 'auditor', `wrong-${attempt}`)).url)
  expect(answers.slice(0, 5).every((url) => url.includes('error=wrong'))).toBe(true)
  expect(answers[5]).toContain('error=locked')
})

test('a malformed body is refused by name', async ({ request }) => {
  const answer = await request.post('/api/auth/callback/credentials', {
    headers: { 'content-type': 'application/json' },
    data: Buffer.from('{"username":'),
  })
  expect(answer.status()).toBe(400)
  expect(await answer.json()).toMatchObject({ code: 'malformed' })
})
