// Archives among the inputs: their members become inputs of their own (a.zip!/b.pdf), unpacked into a
// folder that is removed when the process ends, so that they can be read in any order and any thread.

import { mkdir, mkdtemp, open, writeFile } from "node:fs/promises";
import { rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";

import { DocumentError } from "@jueming/documents/document-error.ts";

import type { Input } from "./inputs.ts";

const SIGNATURE = [0x50, 0x4b] as const;
const MEMBERS_LIMIT = 20_000;

/** Gives the bytes of an input, within the limits for files; throws a DocumentError. */
type BytesOf = (input: Input) => Promise<Uint8Array>;

/** Replaces archives by their members; everything else stays as it is. */
export async function withArchiveMembers(
  inputs: readonly Input[],
  bytesOf: BytesOf,
): Promise<readonly Input[]> {
  const expanded: Input[] = [];
  for (const input of inputs) {
    for (const member of await archiveMembers(input, bytesOf, temporaryFolder)) expanded.push(member);
  }
  return expanded;
}

/** The members of an archive, unpacked into a folder that is asked for when it is needed; else the input itself. */
export async function archiveMembers(
  input: Input,
  bytesOf: BytesOf,
  folderFor: () => Promise<string>,
): Promise<readonly Input[]> {
  if (input.error !== undefined || !(await beginsAsArchive(input.path))) return [input];
  const [{ packageKind }, { zipMembers }] = await Promise.all([
    import("@jueming/documents/zip/package-kind.ts"),
    import("@jueming/documents/zip/members.ts"),
  ]);
  try {
    const bytes = await bytesOf(input);
    const kind = packageKind(bytes);
    if (kind !== undefined && kind !== "zip") return [input];
    const members: Input[] = [];
    const folder = await folderFor();
    for (const member of zipMembers(bytes, input.source)) {
      if (members.length >= MEMBERS_LIMIT) throw tooManyMembers();
      const path = join(folder, String(members.length));
      if ("error" in member) members.push({ source: member.source, path: input.path, error: member.error });
      else {
        await writeFile(path, member.bytes);
        members.push({ source: member.source, path });
      }
    }
    return members;
  } catch (error) {
    if (error instanceof DocumentError) return [{ ...input, error }];
    throw error;
  }
}

/** The first bytes tell; a file that cannot be opened is reported when it is read. */
async function beginsAsArchive(path: string): Promise<boolean> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read({ buffer: new Uint8Array(SIGNATURE.length) });
      return bytesRead === SIGNATURE.length && SIGNATURE.every((byte, index) => buffer[index] === byte);
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}

/** One folder for the whole process, with a folder in it for every archive. */
let root: Promise<string> | undefined;
let archives = 0;

async function temporaryFolder(): Promise<string> {
  root ??= mkdtemp(join(tmpdir(), "jueming-")).then((folder) => {
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    // A process ended by a signal has no "exit" of its own.
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.once(signal, () => process.exit(128 + constants.signals[signal]));
    }
    return folder;
  });
  archives += 1;
  const folder = join(await root, String(archives));
  await mkdir(folder);
  return folder;
}

function tooManyMembers(): DocumentError {
  return new DocumentError("too-large", `压缩包里的文件超过 ${MEMBERS_LIMIT} 个。请分成几个压缩包后重试。`);
}
