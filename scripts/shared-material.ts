// Where the published documents stand that tests may read but the repository must not contain.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

export const repositoryRoot = resolve(import.meta.dirname, "..");

/** The folder with the shared documents (`seeds/`, `corpus/`), or nothing where this machine has none. */
export function sharedFolder(): string | undefined {
  const named = process.env["JUEMING_SHARED"];
  const folder = named ? resolve(named) : join(repositoryRoot, "..", "shared");
  return existsSync(join(folder, "seeds")) ? folder : undefined;
}

/** The published report of 107 KB where this machine has it; else the sample, which is shorter. */
export function longReport(): string {
  const shared = sharedFolder();
  const [seed] =
    shared === undefined ? [] : readdirSync(join(shared, "seeds")).filter((name) => name.startsWith("001"));
  return shared === undefined || seed === undefined ? sampleReport() : join(shared, "seeds", seed);
}

/** The sample of a 部门决算公开. */
export function sampleReport(): string {
  const samples = join(repositoryRoot, "samples");
  const [report = ""] = readdirSync(samples).filter((name) => name.endsWith("部门决算公开.txt"));
  return join(samples, report);
}

/** The longest PDF of the corpus, where this machine has it. */
export function publishedPdf(): string | undefined {
  const corpus = join(sharedFolder() ?? "", "corpus");
  if (sharedFolder() === undefined || !existsSync(corpus)) return undefined;
  return readdirSync(corpus, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".pdf"))
    .map((name) => join(corpus, name))
    .toSorted((a, b) => statSync(b).size - statSync(a).size)[0];
}
