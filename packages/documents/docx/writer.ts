// Writes DOCX: a composition as an official document after GB/T 9704, with real styles, contents that are
// filled in, and every figure in a content control that carries its id.

import type { Composition } from "@jueming/core/document/composition.ts";

import type { WritingOptions } from "../formats.ts";

/** Writes a Word document (.docx); the same composition is always the same bytes. */
export async function writeDocx(composition: Composition, options: WritingOptions = {}): Promise<Uint8Array> {
  // The library is large; only those who write load it.
  const [{ wordDocument }, { packed }] = await Promise.all([
    import("./writing/document.ts"),
    import("./writing/package.ts"),
  ]);
  const document = wordDocument(composition, options.headingPages ?? []);
  return packed(document, composition.title, composition.attachments);
}
