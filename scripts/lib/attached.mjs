/** Loaded before a child's own code: a child whose parent was killed ends too, instead of holding the port. */
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), 25_000).unref()
})
// The channel alone must not keep a finished child alive.
process.channel?.unref()
