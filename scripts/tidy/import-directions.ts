// Who may import whom: between packages, and between the folders of core.
import type { Problem, SourceFile } from "./source-tree.ts";
import { resolveImport } from "./source-tree.ts";

/** For each package, the places outside itself it may import; a package not listed here is a problem of its own. */
const allowedOutside: Readonly<Record<string, readonly string[]>> = {
  core: [],
  documents: ["core/document"],
  pipeline: ["core", "documents"],
  server: ["core", "documents", "pipeline"],
  cli: ["core", "documents", "pipeline", "server"],
  web: ["core", "server/contract"],
};

/** What tests of a package may import besides: to be given what another package makes in earnest. */
const allowedInTests: Readonly<Record<string, readonly string[]>> = {
  web: ["pipeline/report-entries", "server/testing"],
  // A server with its workbench is looked at in a real browser.
  server: ["web/testing", "web/build.ts"],
};

/** The folders of core from the ground up; a folder may import its own level and those before it. */
const coreLevels: readonly (readonly string[])[] = [
  ["document"],
  ["figures"],
  ["accounts", "evaluation", "disclosure", "monitoring", "rectification"],
  ["forms", "sentences", "indicators"],
  ["department-scoring"],
  ["regions"],
  ["checks", "recognize", "compose", "compare", "signals"],
];

/** Imports that run against the direction of dependencies. */
export function checkDirections(files: readonly SourceFile[]): readonly Problem[] {
  return [...files.flatMap(problemsOfFile), ...unknownFolders(files), ...folderCycles(files)];
}

function problemsOfFile(file: SourceFile): readonly Problem[] {
  if (!file.path.startsWith("packages/")) return [];
  return file.imports.flatMap((specifier) => {
    const message = complaintAbout(file, specifier);
    return message === undefined ? [] : [{ path: file.path, message }];
  });
}

function complaintAbout(file: SourceFile, specifier: string): string | undefined {
  const target = resolveImport(file.path, specifier);
  if (target === undefined) return undefined;
  // What tests make for themselves stands in folders named "testing".
  const isForTests = file.isTest || file.path.includes("/testing/");
  if (!target.startsWith("packages/")) {
    return isForTests ? undefined : `imports ${specifier}: only tests may import what is outside packages/`;
  }
  const from = packageOf(file.path);
  const to = packageOf(target);
  if (from === to) return file.isTest || from !== "core" ? undefined : complaintInsideCore(file.path, target);
  if (specifier.startsWith("."))
    return `imports ${specifier}: reach another package by its name, @jueming/${to}/…`;
  const within = target.slice("packages/".length);
  const places = [
    ...(allowedOutside[from] ?? []),
    ...((isForTests ? allowedInTests[from] : undefined) ?? []),
  ];
  const isAllowed =
    !(from in allowedOutside) || places.some((place) => within === place || within.startsWith(`${place}/`));
  return isAllowed
    ? undefined
    : `imports ${specifier}: ${from} may import only ${listed(allowedOutside[from])}`;
}

function complaintInsideCore(from: string, to: string): string | undefined {
  const [own, other] = [coreFolder(from), coreFolder(to)];
  if (levelOf(other) <= levelOf(own)) return undefined;
  return `imports core/${other}, which stands above core/${own}`;
}

function unknownFolders(files: readonly SourceFile[]): readonly Problem[] {
  const packages = new Set(files.filter((file) => file.path.startsWith("packages/")).map(pathPackage));
  const folders = new Set(files.filter(isInCoreFolder).map((file) => coreFolder(file.path)));
  const known = coreLevels.flat();
  return [
    ...[...packages]
      .filter((name) => !(name in allowedOutside))
      .map((name) => ({
        path: `packages/${name}`,
        message: "a package without a place in the direction of imports",
      })),
    ...[...folders]
      .filter((name) => !known.includes(name))
      .map((name) => ({
        path: `packages/core/${name}`,
        message: "a folder without a level; give it one in tidy",
      })),
  ];
}

/** Folders of core that import one another in a ring, which equal levels would otherwise allow. */
function folderCycles(files: readonly SourceFile[]): readonly Problem[] {
  const edges = new Map<string, Set<string>>();
  for (const file of files.filter((each) => isInCoreFolder(each) && !each.isTest)) {
    for (const target of file.imports.map((specifier) => resolveImport(file.path, specifier))) {
      if (target === undefined || packageOf(target) !== "core") continue;
      const [own, other] = [coreFolder(file.path), coreFolder(target)];
      if (own !== other) edges.set(own, (edges.get(own) ?? new Set()).add(other));
    }
  }
  return [...edges.keys()]
    .filter((folder) => reachable(folder, edges).has(folder))
    .map((folder) => ({ path: `packages/core/${folder}`, message: "imports itself through other folders" }));
}

/** Every node that can be reached from a start along the edges; the start only by way of a ring. */
export function reachable(
  start: string,
  edges: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [start];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const next of edges.get(node) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return seen;
}

function pathPackage(file: SourceFile): string {
  return packageOf(file.path);
}

function packageOf(path: string): string {
  return path.split("/")[1] ?? "";
}

function isInCoreFolder(file: SourceFile): boolean {
  return file.isCode && /^packages\/core\/[^/]+\//.test(file.path);
}

/** The folder of a file of core; a file at the root of core stands above all folders. */
function coreFolder(path: string): string {
  const parts = path.split("/");
  return parts.length > 3 ? (parts[2] ?? "") : "";
}

function levelOf(folder: string): number {
  const level = coreLevels.findIndex((names) => names.includes(folder));
  return level === -1 ? coreLevels.length : level;
}

function listed(places: readonly string[] | undefined): string {
  return places === undefined || places.length === 0 ? "itself" : places.join(", ");
}
