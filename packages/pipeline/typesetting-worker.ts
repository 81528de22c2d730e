// The process in which PDF is typeset (typesetting-apart.ts): one request, one reply. It ends with its parent.

import { startTypesetter } from "@jueming/documents/pdf/typesetting/typesetter.ts";
import type { Typesetter } from "@jueming/documents/pdf/typesetting/typesetter.ts";
import { TypesettingError } from "@jueming/documents/pdf/typesetting/typesetting-error.ts";

import type { TypesettingReply, TypesettingRequest } from "./typesetting-apart.ts";

let current: { readonly folders: string; readonly typesetter: Promise<Typesetter> } | undefined;

/** The typesetter for these folders of fonts; another request may name others. */
function typesetterFor(fontDirectories: readonly string[]): Promise<Typesetter> {
  const folders = JSON.stringify(fontDirectories);
  if (current?.folders !== folders) current = { folders, typesetter: startTypesetter(fontDirectories) };
  return current.typesetter;
}

async function reply({ composition, fontDirectories }: TypesettingRequest): Promise<TypesettingReply> {
  try {
    const typesetter = await typesetterFor(fontDirectories);
    return { document: await typesetter(composition) };
  } catch (error) {
    if (error instanceof TypesettingError) {
      // What fonts a folder holds may be put right before the next request.
      if (error.code === "font-missing") current = undefined;
      return {
        error: { code: error.code, message: error.message, cause: JSON.stringify(error.cause) ?? "" },
      };
    }
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

process.on("message", (request: TypesettingRequest) => {
  void reply(request).then((answer) => process.send?.(answer));
});
process.on("disconnect", () => process.exit());
