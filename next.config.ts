import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./src/server/i18n.ts')

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: [
    '@node-rs/argon2',
    'pg',
    'graphile-worker',
    'pino',
    'pinyin-pro',
    'exceljs',
    '@e965/xlsx',
    'chinese-days',
  ],
  experimental: { optimizePackageImports: ['react-aria-components'] },
}

export default withNextIntl(config)
