const { attend } = await import('./lib/attend.mjs')
process.exit(await attend('worker', process.argv.slice(2)))
