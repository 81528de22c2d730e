// PageRoute: an address of the portal and the page behind it.

import { keyOf, reference } from "../../contract/reference.ts";
import type { Key } from "../../contract/reference.ts";
import type { Services } from "../../services.ts";
import type { PortalPage } from "../page.ts";

/** Asked: what a request asks for; texts of strangers. */
export interface Asked {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

export interface PageRoute {
  readonly path: string;
  /** The region whose publications the page shows; absent where it shows more than one. */
  readonly shardOf?: (asked: Asked) => string | null;
  /** Names of the parameters behind the question mark that the page reads; others make no other page. */
  readonly reads?: readonly string[];
  /** True for pages of which there are endlessly many: they are made anew each time. */
  readonly isFleeting?: boolean;
  /** Undefined where there is no such page. */
  readonly page: (services: Services, asked: Asked) => Promise<PortalPage | undefined>;
}

/** The key of a reference in an address; undefined for anything else. */
export function keyIn(text: string | undefined): Key | undefined {
  const read = reference.safeParse(text);
  return read.success ? keyOf(read.data) : undefined;
}

/** A year in an address; null for anything else. */
export const yearIn = (text: string | undefined): number | null =>
  text !== undefined && /^20\d\d$/u.test(text) ? Number(text) : null;

/** A division code in an address; undefined for anything else. */
export const codeIn = (text: string | undefined): string | undefined =>
  text !== undefined && /^\d{6}$/u.test(text) ? text : undefined;

/** A place in a list; 0 for anything else. */
export const offsetIn = (text: string | undefined): number =>
  text !== undefined && /^\d{1,6}$/u.test(text) ? Number(text) : 0;
