const WORDS = {
  'bad-request': [400, '请求无法识别', 'The request cannot be read.'],
  'too-large': [413, '内容过大', 'The request is too large.'],
  'method-not-allowed': [405, '这个地址不支持此操作。', 'This address does not support that operation.'],
  failed: [500, '服务器出错，请稍后再试', 'Something failed here. Please try again.'],
}

/** What every answer carries unless it brought its own. */
export function securityHeaders(publicUrl) {
  const headers = {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(self), payment=(), usb=()',
  }
  if (publicUrl?.startsWith('https:')) headers['Strict-Transport-Security'] = 'max-age=31536000'
  return headers
}

const wantsPage = (request) =>
  !request.url.startsWith('/api/') && String(request.headers.accept ?? '').includes('text/html')

/** Answers in the server's own name: JSON, or a small page for a browser. */
export function refuse(request, response, code, requestId) {
  const [status, chinese, english] = WORDS[code]
  const page = wantsPage(request)
  const body = page
    ? `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status}</title><h1>${chinese}</h1><p lang="en">${english}</p><p>${requestId}</p></html>`
    : JSON.stringify({ code, message: `${chinese} ${english}`, requestId })
  response.statusCode = status
  response.setHeader('Content-Type', page ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8')
  response.setHeader('Content-Length', Buffer.byteLength(body))
  response.setHeader('Cache-Control', 'no-store')
  if (page) response.setHeader('Content-Security-Policy', "default-src 'none'")
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** Adds the headers that an answer lacks, at the last moment: what the app sets goes first. */
export function completeHeaders(response, headersNow) {
  const writeHead = response.writeHead
  response.writeHead = function writeCompleted(status, ...rest) {
    for (const [name, value] of Object.entries(headersNow())) {
      if (!response.hasHeader(name)) response.setHeader(name, value)
    }
    return writeHead.call(response, status, ...rest)
  }
}

/** Next answers a method that a route does not have with nothing at all: an operation's address says so in the usual words. */
export function wordWrongMethods(request, response, requestId) {
  const end = response.end
  response.end = function endWorded(...rest) {
    response.end = end
    const isEmpty = typeof rest[0] !== 'string' && !Buffer.isBuffer(rest[0])
    if (response.statusCode !== 405 || response.headersSent || !isEmpty) return end.apply(response, rest)
    return refuse(request, response, 'method-not-allowed', requestId)
  }
}
