import http from 'node:http'

const get = (agent, url) =>
  new Promise((resolve, reject) => {
    const request = http.get(url, { agent }, (answer) => {
      let bytes = 0
      answer.on('data', (part) => (bytes += part.length))
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve(bytes)
          : reject(new Error(`${url} answered ${answer.statusCode}`)),
      )
    })
    request.on('error', reject)
  })

/** Answers per second with so many readers, each of whom asks again as soon as the answer is there. */
export async function answersPerSecond(url, { readers = 16, seconds = 4 } = {}) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: readers })
  for (let warm = 0; warm < 200; warm++) await get(agent, url)
  const end = performance.now() + seconds * 1000
  let answers = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: readers }, async () => {
      while (performance.now() < end) {
        await get(agent, url)
        answers++
      }
    }),
  )
  agent.destroy()
  return answers / ((performance.now() - began) / 1000)
}
