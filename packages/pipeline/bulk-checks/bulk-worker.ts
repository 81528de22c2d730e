// The thread that does what a bulk check asks besides checking (bulk-requests.ts): one request, one reply.

import { mkdir, readFile } from "node:fs/promises";
import { parentPort } from "node:worker_threads";

import type { Document } from "@jueming/core/document/document.ts";
import { invariant } from "@jueming/core/document/invariant.ts";
import { DocumentError } from "@jueming/documents/document-error.ts";
import { formatOf } from "@jueming/documents/formats.ts";
import type { PagePicture } from "@jueming/documents/pdf/page-picture.ts";
import { pagePicture, pageSizes } from "@jueming/documents/pdf/page-picture.ts";
import { decodeText } from "@jueming/documents/text/charset.ts";

import { archiveMembers } from "../archive-inputs.ts";
import { checkUnit } from "../check.ts";
import { documentView } from "../document-view/document-view.ts";
import { findingMarks } from "../document-view/finding-marks.ts";
import { bytesOf } from "../inputs.ts";
import { unpackDisclosure } from "../kept-disclosure.ts";
import { readApart } from "../reading-apart.ts";
import { excerptIndex } from "../reports/excerpts/excerpt-index.ts";
import { excerptsOf } from "../reports/excerpts/excerpts.ts";
import { checkedTogether, sameUnitAndYear } from "../unit-groups.ts";
import type {
  BulkReply,
  BulkRequestKind,
  BulkRequests,
  Original,
  ShownDocument,
  Spot,
} from "./bulk-requests.ts";
import { packResult, unpackResult } from "./packed-results.ts";
import { writtenReport } from "./written-report.ts";

invariant(parentPort !== null, "this module runs in a worker thread only");
const port = parentPort;

type Answering = {
  readonly [Kind in BulkRequestKind]: (
    ask: BulkRequests[Kind]["ask"],
  ) => BulkRequests[Kind]["answer"] | Promise<BulkRequests[Kind]["answer"]>;
};

const ANSWERS: Answering = { unpack, group, together, show, original, picture, report: writtenReport };

port.on("message", (request: { readonly kind: BulkRequestKind; readonly ask: never }) => {
  void reply(request.kind, request.ask).then((message) => port.postMessage(message));
});

async function reply<Kind extends BulkRequestKind>(
  kind: Kind,
  ask: BulkRequests[Kind]["ask"],
): Promise<BulkReply<unknown>> {
  try {
    return { answer: await ANSWERS[kind](ask) };
  } catch (error) {
    if (error instanceof DocumentError) return { error: { code: error.code, message: error.message } };
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function unpack({
  source,
  path,
  folder,
}: BulkRequests["unpack"]["ask"]): Promise<BulkRequests["unpack"]["answer"]> {
  const input = { source, path };
  const members = await archiveMembers(input, bytesOf, async () => {
    await mkdir(folder, { recursive: true });
    return folder;
  });
  if (members[0] === input) return null;
  return members.map(({ error, ...member }) =>
    error === undefined ? member : { ...member, error: { code: error.code, message: error.message } },
  );
}

function group({ abouts }: BulkRequests["group"]["ask"]): BulkRequests["group"]["answer"] {
  return sameUnitAndYear(abouts.map((about, number) => ({ about, number }))).map((members) =>
    members.map(({ number }) => number),
  );
}

function together({ files }: BulkRequests["together"]["ask"]): BulkRequests["together"]["answer"] {
  const members = files.map(({ source, about, disclosure }) => ({
    source,
    ...unpackDisclosure({ about, packed: disclosure }),
  }));
  const unit = checkUnit(checkedTogether(members), { prior: [], budget: [], explanations: [] });
  return unit === undefined ? null : { ...unit, result: packResult(unit.result) };
}

async function show({ file, path, together: unit }: BulkRequests["show"]["ask"]): Promise<ShownDocument> {
  const { source, about } = file;
  const document = await readDocument(path, source);
  const { findings } = unpackResult(file.result);
  const own = findingMarks(
    document,
    findings,
    (place) => place.source === undefined || place.source === source || place.source === about.source,
  );
  const others = unit === null ? [] : unpackResult(unit).findings;
  const shared = findingMarks(document, others, (place) => place.source === source);
  const view = documentView(document);
  const isShown = ({ block }: { readonly block: number }): boolean => block < view.blocks.length;
  const marks = { own: own.filter(isShown), together: shared.filter(isShown) };
  return { ...view, marks, excerpts: excerptsBeside(file, findings, marks.own) };
}

async function picture({ path, page }: BulkRequests["picture"]["ask"]): Promise<PagePicture> {
  return pagePicture(new Uint8Array(await readFile(path)), page);
}

/** Formats whose own lines are shown as they stand. */
const PLAIN = new Set(["text", "csv"]);

async function original({ path, source, texts }: BulkRequests["original"]["ask"]): Promise<Original> {
  const bytes = new Uint8Array(await readFile(path));
  const { name } = await formatOf(bytes, source);
  if (name === "pdf") return { pages: await pageSizes(bytes), document: null, charset: null };
  if (PLAIN.has(name)) return { pages: [], document: null, charset: decodeText(bytes).charset };
  const document = await readDocument(path, source);
  const view = documentView(document);
  const asked = texts.map(({ place, raw }) => ({ operands: [{ label: "", value: raw, place }] }));
  const spots: Spot[] = [];
  for (const { finding, words: _words, ...spot } of findingMarks(document, asked, () => true)) {
    if (spot.block < view.blocks.length) spots[finding] ??= spot;
  }
  return {
    pages: [],
    document: { ...view, spots: texts.map((_, index) => spots[index] ?? null) },
    charset: null,
  };
}

/** Read here, where time and memory are bounded; what might end the whole process in a process of its own. */
async function readDocument(path: string, source: string): Promise<Document> {
  const bytes = await readFile(path);
  const format = await formatOf(bytes, source);
  if (format.apart !== "process") return format.read(bytes, source);
  const read = await readApart({ bytes, source, options: {} }, "process");
  return "document" in read ? read.document : { source, blocks: [], problems: [] };
}

function excerptsBeside(
  file: BulkRequests["show"]["ask"]["file"],
  findings: ReturnType<typeof unpackResult>["findings"],
  marks: ShownDocument["marks"]["own"],
): ShownDocument["excerpts"] {
  const marked = new Set(marks.map(({ finding }) => finding));
  const without = findings.flatMap((finding, number) => (marked.has(number) ? [] : [{ finding, number }]));
  if (without.length === 0) return [];
  const { about, disclosure: packed } = file;
  const index = excerptIndex(unpackDisclosure({ about, packed }).disclosure());
  return without
    .map(({ finding, number }) => ({
      finding: number,
      shown: excerptsOf(finding, { at: () => index, own: index }).shown,
    }))
    .filter(({ shown }) => shown.length > 0);
}
