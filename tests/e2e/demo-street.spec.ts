import { expect, test } from '@playwright/test'

test('the service says that it lives and is ready', async ({ request }) => {
  expect((await request.get('/api/health/live')).status()).toBe(200)
  expect((await request.get('/api/health/ready')).status()).toBe(200)
})

test('a malformed address and an unknown one are answered, not failed', async ({ request }) => {
  expect((await request.get('/b/%ZZ')).status()).toBe(400)
  expect((await request.get('/no-such-page')).status()).toBe(404)
})
