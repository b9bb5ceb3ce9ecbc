import { generateClient, isGenerated } from './lib/generate.mjs'

if (isGenerated()) console.log('The Prisma client is current.')
else {
  generateClient()
  console.log('Generated the Prisma client.')
}
