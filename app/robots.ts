import type { MetadataRoute } from 'next'

/** What stands on notice boards is for who stands before them; the rest needs an account. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', disallow: ['/b/', '/track/', '/office', '/captain', '/invitation/', '/api/'] },
  }
}
