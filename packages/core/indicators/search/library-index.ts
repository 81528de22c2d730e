// The index of the library itself, made when first asked for.

import { library } from "../library/index.ts";
import { makeSearchIndex, type SearchIndex } from "./search-index.ts";

let made: SearchIndex | undefined;

/** The index of the indicator library. */
export function libraryIndex(): SearchIndex {
  made ??= makeSearchIndex(library);
  return made;
}
