// The lines of a backup, read as a stream: no more of it is in memory than its longest line and a piece of the file.

import { createHash } from "node:crypto";

import type { z } from "zod";

import { damaged, END_OF_ROWS } from "./backup-format.ts";

const NEWLINE = 0x0a;
const CHUNK = 256 * 1024;
const END = Buffer.from(END_OF_ROWS);

/** BackupLines: the lines, one after the other, with the seal of all before. */
export class BackupLines {
  readonly #source: AsyncIterator<Buffer>;
  readonly #seal = createHash("sha256");
  #rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** SHA-256 of all lines read so far. */
  seal(): string {
    return this.#seal.copy().digest("hex");
  }

  /** The next line with its end; undefined after the last. */
  async next(): Promise<Buffer | undefined> {
    const parts: Buffer[] = [];
    for (;;) {
      const at = this.#rest.indexOf(NEWLINE);
      if (at !== -1) {
        parts.push(this.#rest.subarray(0, at + 1));
        this.#rest = this.#rest.subarray(at + 1);
        return Buffer.concat(parts);
      }
      parts.push(this.#rest);
      const { value, done } = await this.#source.next();
      if (done === true) return undefined;
      this.#rest = value;
    }
  }

  /** The next line as JSON of a shape; its seal is counted unless it is the last. */
  async json<Shape extends z.ZodType>(shape: Shape, isLast = false): Promise<z.infer<Shape>> {
    const line = await this.next();
    if (line === undefined) throw damaged("文件不完整");
    if (!isLast) this.#seal.update(line);
    let value: unknown;
    try {
      value = JSON.parse(line.toString("utf8"));
    } catch (cause) {
      throw damaged("内容无法识别", cause);
    }
    const read = shape.safeParse(value);
    if (!read.success) throw damaged("内容不符合格式", read.error);
    return read.data;
  }

  /** The rows of a table in pieces, up to the line that ends them; gives their number and seal in the end. */
  async *rows(end: (rows: number, sha256: string) => void): AsyncGenerator<Buffer> {
    const seal = createHash("sha256");
    let [rows, size] = [0, 0];
    let lines: Buffer[] = [];
    for (;;) {
      const line = await this.next();
      if (line === undefined) throw damaged("文件不完整");
      this.#seal.update(line);
      if (line.length === END.length + 1 && line.subarray(0, -1).equals(END)) break;
      seal.update(line);
      lines.push(line);
      [rows, size] = [rows + 1, size + line.length];
      if (size < CHUNK) continue;
      yield Buffer.concat(lines);
      [lines, size] = [[], 0];
    }
    if (lines.length > 0) yield Buffer.concat(lines);
    end(rows, seal.digest("hex"));
  }
}
