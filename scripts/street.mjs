const { attend } = await import('./lib/attend.mjs')
process.exit(await attend('street', process.argv.slice(2)))
