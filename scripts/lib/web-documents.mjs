const DOCUMENTS = Symbol.for('linzhi.documents')

const tags = (header) =>
  String(header ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))

const headerOf = (headers, name) => Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]

/** Whether the client already holds this version. */
export function isUnchanged(headers, etag) {
  if (!etag) return false
  const known = tags(headers['if-none-match'])
  return known.includes('*') || known.includes(String(etag).replace(/^W\//, ''))
}

/**
 * Answers a contact sheet from memory, without entering Next; false when the app holds none for this address.
 * The app registers its documents in this process: thousands read them after each notice in a neighbours' chat.
 */
export function answerFromMemory(request, response) {
  if (!request.url.startsWith('/b/') || (request.method !== 'GET' && request.method !== 'HEAD')) return false
  const document = globalThis[DOCUMENTS]?.lookup(request.url, request.headers)
  if (!document) return false
  for (const [name, value] of Object.entries(document.headers)) response.setHeader(name, value)
  if (document.status === 200 && isUnchanged(request.headers, headerOf(document.headers, 'etag'))) {
    response.removeHeader('Content-Type')
    response.removeHeader('Content-Length')
    response.writeHead(304)
    response.end()
    return true
  }
  response.setHeader('Content-Length', document.body.length)
  response.writeHead(document.status)
  response.end(request.method === 'HEAD' ? undefined : document.body)
  return true
}
