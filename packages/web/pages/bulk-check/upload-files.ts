// Brings files to the server: a new check, the files in several requests one after another, then the start.

import { bulkUploadAnswer } from "@jueming/server/contract/bulk-checks.ts";

import { ask, nothing } from "../../api/client.ts";
import type { Contract } from "../../api/client.ts";
import type { PickedFile } from "./dropped-files.ts";

/** UploadProgress (上传进度). */
export interface UploadProgress {
  readonly files: number;
  readonly filesDone: number;
  readonly bytes: number;
  readonly bytesDone: number;
}

/** Files and bytes of one request: one that breaks off is soon repeated. */
const BATCH = { files: 20, bytes: 16 * 1024 * 1024 } as const;

const newCheck: Contract<{ readonly ref: string }> = {
  parse: (value) => {
    const ref = typeof value === "object" && value !== null && "ref" in value ? value.ref : undefined;
    if (typeof ref !== "string") throw new Error("an answer without a reference");
    return { ref };
  },
};

/** Uploads files and starts their check; gives its reference. What is broken off leaves nothing behind. */
export async function uploadFiles(
  files: readonly PickedFile[],
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (at: UploadProgress) => void },
): Promise<string> {
  const { value } = await ask(newCheck, "/bulk-checks", {
    method: "POST",
    body: { title: titleOf(files) },
    signal,
  });
  try {
    await sendAll(value.ref, files, { signal, onProgress });
    await ask(nothing, `/bulk-checks/${value.ref}/start`, { method: "POST", signal });
    return value.ref;
  } catch (error) {
    await ask(nothing, `/bulk-checks/${value.ref}`, { method: "DELETE" }).catch(() => undefined);
    throw error;
  }
}

async function sendAll(
  ref: string,
  files: readonly PickedFile[],
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (at: UploadProgress) => void },
): Promise<void> {
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  let [filesDone, bytesDone] = [0, 0];
  onProgress({ files: files.length, filesDone, bytes, bytesDone });
  for (const batch of batchesOf(files)) {
    const form = new FormData();
    for (const { path, file } of batch) form.append("files", file, path);
    await ask(bulkUploadAnswer, `/bulk-checks/${ref}/files`, { method: "POST", body: form, signal });
    filesDone += batch.length;
    bytesDone += batch.reduce((sum, { file }) => sum + file.size, 0);
    onProgress({ files: files.length, filesDone, bytes, bytesDone });
  }
}

/** The files in groups of one request each. */
export function batchesOf(files: readonly PickedFile[]): readonly (readonly PickedFile[])[] {
  const batches: PickedFile[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const picked of files) {
    const last = batches.at(-1);
    bytes += picked.file.size;
    if (last === undefined || last.length >= BATCH.files || bytes > BATCH.bytes) {
      batches.push([picked]);
      bytes = picked.file.size;
    } else last.push(picked);
  }
  return batches;
}

/** How a check is called at first: by the folder or file that was dropped. */
export function titleOf(files: readonly PickedFile[]): string {
  const roots = new Set(files.map(({ path }) => path.split("/")[0] ?? ""));
  const [first = ""] = roots;
  return roots.size > 1 ? `${first} 等 ${roots.size} 项` : first;
}
