import { expect, test } from '@playwright/test'

test('a resident without a session is not let into the office, and the service says that it is ready', async ({ request }) => {
  expect((await request.get('/api/health/live')).status()).toBe(200)
  expect((await request.get('/api/health/ready')).status()).toBe(200)
  const office = await request.get('/office', { maxRedirects: 0 })
  expect([303, 307]).toContain(office.status())
  expect(office.headers().location).toContain('/sign-in')
})

test('a malformed address and an unknown one are answered, not failed', async ({ request }) => {
  expect((await request.get('/b/%ZZ')).status()).toBe(400)
  expect((await request.get('/no-such-page')).status()).toBe(404)
})
