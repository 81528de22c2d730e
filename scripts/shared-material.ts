// Where the published documents stand that tests may read but the repository must not contain.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

export const repositoryRoot = resolve(import.meta.dirname, "..");

/** The folder with the shared documents (`seeds/`, `corpus/`), or nothing where this machine has none. */
export function sharedFolder(): string | undefined {
  const named = process.env["JUEMING_SHARED"];
  const folder = named ? resolve(named) : join(repositoryRoot, "..", "shared");
  return existsSync(join(folder, "seeds")) ? folder : undefined;
}
