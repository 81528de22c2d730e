// The files of an archive one after another, nested archives opened in place. A generator, so that only
// one member is unpacked at a time; what cannot be unpacked is a member with an error, and the rest goes on.

import { DocumentError } from "../document-error.ts";
import type { ZipEntry } from "./archive.ts";
import { entryContent, zipEntries } from "./archive.ts";
import { safeName } from "./entry-name.ts";
import type { ZipLimits } from "./limits.ts";
import { ZIP_LIMITS } from "./limits.ts";
import { kindOfEntries, looksLikeZip } from "./package-kind.ts";

/** ZipMember: a file of an archive (`a.zip!/b.pdf`), or why it could not be unpacked. */
export type ZipMember =
  | { readonly source: string; readonly bytes: Uint8Array }
  | { readonly source: string; readonly error: DocumentError };

interface Walk {
  readonly limits: ZipLimits;
  /** Unpacked bytes that may still come, over all nested archives. */
  remaining: number;
}

/** Unpacks the members of an archive in the order of their names; throws where the archive itself is broken. */
export function zipMembers(
  bytes: Uint8Array,
  source: string,
  limits: ZipLimits = ZIP_LIMITS,
): Generator<ZipMember> {
  const entries = filesOf(zipEntries(bytes, limits));
  if (entries.length === 0) {
    throw new DocumentError("empty", "压缩包里没有文件。请检查打包是否成功，或换一个文件。");
  }
  return membersOf({ bytes, entries, source, depth: 1 }, { limits, remaining: totalOf(bytes, limits) });
}

/** Unpacked bytes that an archive of this size may have. */
function totalOf(bytes: Uint8Array, limits: ZipLimits): number {
  return Math.min(limits.totalBytes, Math.max(limits.totalRatioFromBytes, bytes.length * limits.totalRatio));
}

interface OpenArchive {
  readonly bytes: Uint8Array;
  readonly entries: readonly ZipEntry[];
  readonly source: string;
  readonly depth: number;
}

function* membersOf(archive: OpenArchive, walk: Walk): Generator<ZipMember> {
  const taken = new Map<string, number>();
  for (const entry of archive.entries) {
    const source = `${archive.source}!/${distinct(safeName(entry.name), taken)}`;
    const content = contentOf(archive.bytes, entry, walk);
    if (content instanceof DocumentError) yield { source, error: content };
    else yield* opened(content, source, archive.depth, walk);
  }
}

/** A member as it is, or the members of an archive inside the archive. */
function* opened(bytes: Uint8Array, source: string, depth: number, walk: Walk): Generator<ZipMember> {
  const inner = looksLikeZip(bytes) ? nested(bytes, walk.limits) : undefined;
  if (inner === undefined) {
    yield { source, bytes };
  } else if (inner instanceof DocumentError) {
    yield { source, error: inner };
  } else if (depth >= walk.limits.depth) {
    const message = `压缩包套了 ${depth} 层以上，没有再打开。请解开里层后重新打包。`;
    yield { source, error: new DocumentError("too-large", message) };
  } else {
    yield* membersOf({ bytes, entries: inner, source, depth: depth + 1 }, walk);
  }
}

/** The files of a nested archive; undefined for an Office file, which is a member by itself. */
function nested(bytes: Uint8Array, limits: ZipLimits): readonly ZipEntry[] | DocumentError | undefined {
  try {
    const entries = zipEntries(bytes, limits);
    if (kindOfEntries(entries) !== "zip") return undefined;
    return filesOf(entries);
  } catch (error) {
    if (error instanceof DocumentError) return error;
    throw error;
  }
}

function contentOf(bytes: Uint8Array, entry: ZipEntry, walk: Walk): Uint8Array | DocumentError {
  try {
    if (entry.bytes > walk.remaining) {
      throw new DocumentError(
        "too-large",
        "压缩包解压后的总量超过上限，这个文件没有解压。请分批打包后重试。",
      );
    }
    const content = entryContent(bytes, entry, walk.limits);
    walk.remaining -= content.length;
    return content;
  } catch (error) {
    if (error instanceof DocumentError) return error;
    throw error;
  }
}

/** Files that a person put there; leftovers of operating systems and of open editors are none. */
function filesOf(entries: readonly ZipEntry[]): readonly ZipEntry[] {
  return entries
    .filter((entry) => !entry.isFolder && !isLeftover(entry.name))
    .toSorted((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }) || (a.name < b.name ? -1 : 1));
}

/** Leftovers of operating systems and of open editors, which nobody meant to hand in. */
export function isLeftover(name: string): boolean {
  const parts = name.split(/[/\\]/u);
  const last = parts.at(-1) ?? "";
  return (
    parts.some((part) => part === "__MACOSX" || (part.startsWith(".") && !/^\.+$/u.test(part))) ||
    last.startsWith("~$") ||
    /^(?:thumbs\.db|desktop\.ini)$/iu.test(last)
  );
}

/** Two entries may carry one name; the second is told apart. */
function distinct(name: string, taken: Map<string, number>): string {
  const count = (taken.get(name) ?? 0) + 1;
  taken.set(name, count);
  return count === 1 ? name : distinct(`${name}（${count}）`, taken);
}
