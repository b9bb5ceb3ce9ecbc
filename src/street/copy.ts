import { once } from 'node:events'
import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import type pg from 'pg'

/** What of the driver's connection a COPY needs. */
type Wire = {
  stream: Socket
  query: (sql: string) => void
  sendCopyFromChunk: (chunk: Buffer) => void
  endCopyFrom: () => void
  sendCopyFail: (why: string) => void
}

/** A query that the driver hands its messages to; all but the copied bytes say nothing. */
abstract class Copy {
  protected wire: Wire | undefined
  constructor(private readonly sql: string) {}

  submit(connection: pg.Connection): void {
    this.wire = connection as unknown as Wire
    this.wire.query(this.sql)
  }

  abstract handleError(fault: Error): void
  abstract handleReadyForQuery(): void
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
  handleCopyInResponse(wire: Wire): void {
    wire.sendCopyFail('nothing to copy in')
  }
  handleCopyData(_message: { chunk: Buffer }): void {}
}

class CopyOut extends Copy {
  readonly bytes = new Readable({ read: () => this.wire?.stream.resume() })

  override handleCopyData({ chunk }: { chunk: Buffer }): void {
    // The driver reads the next messages into the same memory, so what is kept for later is kept as a copy.
    if (!this.bytes.push(Buffer.from(chunk))) this.wire?.stream.pause()
  }
  handleError(fault: Error): void {
    this.bytes.destroy(fault)
  }
  handleReadyForQuery(): void {
    this.bytes.push(null)
  }
}

/** What `COPY … TO STDOUT` answers, in PostgreSQL's text form, read no faster than it is taken. */
export function copyOut(client: pg.Client, sql: string): Readable {
  const copy = new CopyOut(sql)
  client.query(copy)
  return copy.bytes
}

class CopyIn extends Copy {
  private settle: { ready: () => void; done: () => void; failed: (fault: Error) => void } | undefined
  private fault: Error | null = null
  readonly ready: Promise<void>
  readonly done: Promise<void>

  constructor(sql: string) {
    super(sql)
    let ready = () => {}
    let notReady = (_: Error) => {}
    this.ready = new Promise((resolve, reject) => {
      ready = resolve
      notReady = reject
    })
    this.done = new Promise((resolve, reject) => {
      this.settle = {
        ready,
        done: resolve,
        failed: (fault) => {
          notReady(fault)
          reject(fault)
        },
      }
    })
    this.ready.catch(() => {})
    this.done.catch(() => {})
  }

  override handleCopyInResponse(): void {
    this.settle?.ready()
  }
  handleError(fault: Error): void {
    this.fault = fault
    this.settle?.failed(fault)
  }
  handleReadyForQuery(): void {
    this.settle?.done()
  }

  async write(chunk: Buffer): Promise<void> {
    await this.ready
    if (this.fault) throw this.fault
    this.wire?.sendCopyFromChunk(chunk)
    const stream = this.wire?.stream
    if (stream?.writableNeedDrain) await Promise.race([once(stream, 'drain'), this.done])
  }

  async end(): Promise<void> {
    await this.ready
    this.wire?.endCopyFrom()
    await this.done
  }
}

/** Begins a `COPY … FROM STDIN`, to be written and ended. */
export function copyIn(client: pg.Client, sql: string): CopyIn {
  const copy = new CopyIn(sql)
  client.query(copy)
  return copy
}
