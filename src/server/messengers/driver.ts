/** One message as a driver hands it over. */
export type Outgoing = { address: string; subject: string | null; words: string }

/** Hands a message to the world outside; throws Undeliverable when trying again is of no use. */
export type Driver = { name: string; send: (message: Outgoing) => Promise<void> }

/** The address or the message is refused for good. */
export class Undeliverable extends Error {}
