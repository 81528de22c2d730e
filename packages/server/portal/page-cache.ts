// Pages that were made already. A page holds for one count of changes of its region (store: public_change), which is
// asked for at every request: so a server never shows what another has withdrawn, and nothing is made twice.

import { promisify } from "node:util";
import { gzip, gzipSync } from "node:zlib";

import { sha256 } from "../identifiers.ts";

const inBackground = promisify(gzip);
/** Up to this length a page is compressed at once: handing it to another thread costs six times what it takes. */
const SHORT = 128 * 1024;

/** PageText: a page as text. */
export interface PageText {
  readonly status: number;
  readonly text: string;
}

/** MadePage: a page as it is sent. */
export interface MadePage {
  readonly status: number;
  readonly plain: Buffer;
  readonly gzip: Buffer;
  /** By the content alone: two servers, and one that was started anew, give the same. */
  readonly tag: string;
}

interface Kept {
  readonly count: number;
  readonly page: Promise<MadePage>;
  bytes: number;
}

const MOST_BYTES = 96 * 1024 * 1024;

/** PageCache: pages by their address, those asked for last. */
export class PageCache {
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;

  /** The page of an address under a count of changes; several requests for one that is not there make it once. */
  async get(key: string, count: number, make: () => Promise<PageText>): Promise<MadePage> {
    const known = this.#kept.get(key);
    if (known !== undefined && known.count === count) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known.page;
    }
    if (known !== undefined) this.#drop(key, known);
    const kept: Kept = { count, page: madePage(make), bytes: 0 };
    this.#kept.set(key, kept);
    try {
      const page = await kept.page;
      if (this.#kept.get(key) === kept) {
        kept.bytes = page.plain.length + page.gzip.length;
        this.#bytes += kept.bytes;
        this.#shrink();
      }
      return page;
    } catch (error) {
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
      throw error;
    }
  }

  #drop(key: string, kept: Kept): void {
    this.#kept.delete(key);
    this.#bytes -= kept.bytes;
  }

  #shrink(): void {
    for (const [key, kept] of this.#kept) {
      if (this.#bytes <= MOST_BYTES) return;
      this.#drop(key, kept);
    }
  }
}

/** Makes a page and what is sent of it. */
export async function madePage(make: () => Promise<PageText>): Promise<MadePage> {
  const { status, text } = await make();
  const plain = Buffer.from(text);
  const packed = plain.length <= SHORT ? gzipSync(plain) : await inBackground(plain);
  return { status, plain, gzip: packed, tag: `"${sha256(plain).slice(0, 20)}"` };
}
