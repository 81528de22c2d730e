// Bulk checks in tests: files as a browser uploads them, hostile ones among them, and waiting for the end.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { asDocx } from "@jueming/pipeline/testing/sample-formats.ts";
import { storedZip } from "@jueming/pipeline/testing/stored-zip.ts";

import { sampleReport } from "../../../scripts/shared-material.ts";
import { bulkCheckView } from "../contract/bulk-checks.ts";
import type { BulkCheckView } from "../contract/bulk-checks.ts";
import type { SignedInPerson, TestServer } from "./test-server.ts";

/** Files by their paths. */
export type Upload = Readonly<Record<string, Uint8Array | string>>;

const sample = (): string => readFileSync(sampleReport(), "utf8");

/** Broken and hostile files, with the code that each must get; null for one that is read. */
export const hostileUploads = (): readonly (readonly [string, Uint8Array | string, string | null])[] => [
  ["坏/空.txt", "", "empty"],
  ["坏/零.bin", new Uint8Array(100_000), "unsupported-format"],
  ["坏/只有头.pdf", "%PDF-1.7\n%abc\n", "damaged"],
  ["坏/截断.docx", asDocx(sample()).subarray(0, 5000), "damaged"],
  ["坏/深.html", `<html>${"<div>".repeat(100_000)}收入支出决算总表`, "too-large"],
  ["坏/无关.txt", "今天天气晴，适合出门。\n", "not-a-disclosure"],
  ["../../外面.txt", sample(), null],
  [
    "包.zip",
    storedZip({ "../爬出.txt": sample().replaceAll("示例", "另例"), "里/空.txt": "", "__MACOSX/x": "x" }),
    null,
  ],
];

/** An archive of files. */
export const archiveOf = (files: Upload): Buffer => storedZip(files);

/** The files of a folder. */
export const filesOfFolder = (folder: string): Upload =>
  Object.fromEntries(readdirSync(folder).map((name) => [`材料/${name}`, readFileSync(join(folder, name))]));

/** Calls the interface as a person. */
export const callerFor =
  (server: TestServer, person: SignedInPerson) =>
  async (
    method: "GET" | "POST" | "DELETE",
    url: string,
    payload?: object,
  ): Promise<{ status: number; body: unknown }> => {
    const answer = await server.app.inject({
      method,
      url: `/api/v1${url}`,
      headers: person.headers,
      ...(payload === undefined ? {} : { payload }),
    });
    const isJson = /\/(?:problem\+)?json/u.test(String(answer.headers["content-type"]));
    return { status: answer.statusCode, body: isJson ? answer.json() : answer.body };
  };

/** Uploads files to a check, as a browser does. */
export async function upload(
  server: TestServer,
  { person, ref, files }: { readonly person: SignedInPerson; readonly ref: string; readonly files: Upload },
): Promise<{ status: number; body: unknown }> {
  const form = new FormData();
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === "string" ? content : new Uint8Array(content);
    form.append("files", new File([bytes], name));
  }
  const body = new Response(form);
  const answer = await server.app.inject({
    method: "POST",
    url: `/api/v1/bulk-checks/${ref}/files`,
    headers: { ...person.headers, "content-type": body.headers.get("content-type") ?? "" },
    payload: Buffer.from(await body.arrayBuffer()),
  });
  return { status: answer.statusCode, body: answer.json() };
}

/** The check when it is over. */
export async function finished(
  server: TestServer,
  person: SignedInPerson,
  ref: string,
): Promise<BulkCheckView> {
  for (;;) {
    const { body } = await callerFor(server, person)("GET", `/bulk-checks/${ref}`);
    const view = bulkCheckView.parse(body);
    if (view.state === "done" || view.state === "cancelled") return view;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
