// PostgreSQL's COPY over the connection of the driver: rows as text, a line each, exactly as the database writes them;
// neither side is sent more than it has taken in.

import { once } from "node:events";

import type { ClientBase, Connection } from "pg";

const MOST_WAITING = 1024 * 1024;

/** What the driver's connection can do and its types do not tell. */
interface CopyConnection {
  readonly sendCopyFromChunk: (chunk: Uint8Array) => void;
  readonly endCopyFrom: () => void;
  readonly sendCopyFail: (message: string) => void;
}

/** Reads what a `copy … to stdout` gives. One who does not read it to its end must close the client. */
export async function* copyOut(client: ClientBase, text: string): AsyncGenerator<Buffer> {
  const reading = client.query(new CopyOut(text));
  for (;;) {
    const chunk = await reading.next();
    if (chunk === undefined) return;
    yield chunk;
  }
}

class CopyOut {
  readonly #text: string;
  readonly #chunks: Buffer[] = [];
  #waiting = 0;
  #ended = false;
  #error: Error | null = null;
  #wake: () => void = () => undefined;
  #connection: Connection | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  submit(connection: Connection): void {
    this.#connection = connection;
    connection.query(this.#text);
  }

  async next(): Promise<Buffer | undefined> {
    while (this.#chunks.length === 0 && !this.#ended) {
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    }
    if (this.#error !== null) throw this.#error;
    const chunk = this.#chunks.shift();
    this.#waiting -= chunk?.length ?? 0;
    if (this.#waiting < MOST_WAITING) this.#connection?.stream.resume();
    return chunk;
  }

  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    // The driver reads what comes next into the same memory.
    this.#chunks.push(Buffer.from(chunk));
    this.#waiting += chunk.length;
    if (this.#waiting >= MOST_WAITING) this.#connection?.stream.pause();
    this.#wake();
  }

  handleReadyForQuery(): void {
    this.#ended = true;
    this.#wake();
  }

  handleError(error: Error): void {
    this.#error = error;
    this.handleReadyForQuery();
  }

  handleCommandComplete(): void {
    // The end is told by handleReadyForQuery.
  }
}

/** Sends the chunks to a `copy … from stdin`. */
export function copyIn(client: ClientBase, text: string, chunks: AsyncIterable<Buffer>): Promise<void> {
  return new Promise((done, fail) => {
    client.query(new CopyIn(text, chunks, (error) => (error === null ? done() : fail(error))));
  });
}

class CopyIn {
  readonly #text: string;
  readonly #chunks: AsyncIterable<Buffer>;
  readonly #end: (error: Error | null) => void;
  #error: Error | null = null;

  constructor(text: string, chunks: AsyncIterable<Buffer>, end: (error: Error | null) => void) {
    this.#text = text;
    this.#chunks = chunks;
    this.#end = end;
  }

  submit(connection: Connection): void {
    connection.query(this.#text);
  }

  handleCopyInResponse(connection: Connection & CopyConnection): void {
    void this.#send(connection);
  }

  async #send(connection: Connection & CopyConnection): Promise<void> {
    try {
      for await (const chunk of this.#chunks) {
        if (this.#error !== null) return;
        connection.sendCopyFromChunk(chunk);
        if (connection.stream.writableLength > MOST_WAITING) await once(connection.stream, "drain");
      }
      connection.endCopyFrom();
    } catch (error) {
      this.#error = error instanceof Error ? error : new Error(String(error));
      connection.sendCopyFail("the source of the rows failed");
    }
  }

  handleCommandComplete(): void {
    // The end is told by handleReadyForQuery.
  }

  handleReadyForQuery(): void {
    this.#end(this.#error);
  }

  /** What failed first is told: the source, or else the database. */
  handleError(error: Error): void {
    this.#error ??= error;
    this.#end(this.#error);
  }
}
