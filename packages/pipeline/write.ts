// Disclosure to bytes: composed in the form of its edition, the disclosure carried inside, then written.

import type { ComposePart, Composed } from "@jueming/core/compose/compose.ts";
import { compose, composeSummaryOf, mainPart } from "@jueming/core/compose/compose.ts";
import { templateValues } from "@jueming/core/compose/template-values.ts";
import { toDisclosureJson } from "@jueming/core/disclosure/disclosure-json.ts";
import type { Disclosure } from "@jueming/core/disclosure/disclosure.ts";
import { carriedFigures, FIGURES_MEDIA_TYPE } from "@jueming/core/compare/carried-figures.ts";
import type { Composition } from "@jueming/core/document/composition.ts";
import { documentOf } from "@jueming/core/document/composition.ts";
import { recognize } from "@jueming/core/recognize/recognize.ts";
import type { Edition } from "@jueming/core/regions/edition.ts";
import { DocumentError } from "@jueming/documents/document-error.ts";
import { DISCLOSURE_MEDIA_TYPE } from "@jueming/documents/json/reader.ts";
import type { TypesetDocument } from "@jueming/documents/pdf/typesetting/typesetter.ts";
import { TypesettingError } from "@jueming/documents/pdf/typesetting/typesetting-error.ts";

import { typesetPdf } from "./typesetting-apart.ts";

/** WrittenFormat: what a disclosure can be written as. */
export const WRITTEN_FORMATS = ["docx", "xlsx", "pdf", "html", "json"] as const;
export type WrittenFormat = (typeof WRITTEN_FORMATS)[number];

/** WriteRequest: what is to be written of a disclosure. */
export interface WriteRequest {
  readonly disclosure: Disclosure;
  readonly edition: Edition;
  readonly prior?: Disclosure;
  readonly budget?: Disclosure;
  readonly part?: ComposePart;
  readonly format: WrittenFormat;
  /** True when what is still missing may stand in the document. */
  readonly draft: boolean;
  readonly fontDirectories?: readonly string[];
  /** A unit's own Word template, in place of the form of the edition. */
  readonly template?: Uint8Array;
}

/** Written: the file, and what a person should know of it. */
export interface Written {
  readonly bytes: Uint8Array;
  readonly missing: readonly string[];
  readonly remarks: readonly string[];
}

/** Writes a disclosure; throws a DocumentError when a final document still lacks something. */
export async function writeDisclosure(request: WriteRequest): Promise<Written> {
  const { disclosure, format, draft, template } = request;
  if (template !== undefined) return writeInTemplate(request, template);
  if (format === "json") return { bytes: jsonOf(disclosure), missing: [], remarks: [] };
  const wrong = disclosure.problems
    .filter(({ code }) => code.startsWith("input-"))
    .map(({ message }) => message);
  if (wrong.length > 0 && !draft) throw wronglyFilled(wrong);
  const composed = composedOf(request);
  if (composed.missing.length > 0 && !draft) throw stillMissing(composed.missing);
  const attachments = attachmentsOf(disclosure, composed.composition);
  const composition = { ...composed.composition, attachments };
  return {
    bytes: await bytesOf(composition, request),
    missing: composed.missing,
    remarks: [...wrong, ...composed.remarks],
  };
}

/** Fills a unit's own template; what its text states is the unit's affair, so only the disclosure is carried. */
async function writeInTemplate(
  { disclosure, edition, prior, budget }: WriteRequest,
  template: Uint8Array,
): Promise<Written> {
  const { fillDocxTemplate } = await import("@jueming/documents/docx/template.ts");
  const values = templateValues({ disclosure, edition, prior: prior ?? null, budget: budget ?? null });
  const carried = { name: "disclosure.json", mediaType: DISCLOSURE_MEDIA_TYPE, bytes: jsonOf(disclosure) };
  return { bytes: await fillDocxTemplate(template, values, [carried]), missing: [], remarks: [] };
}

function composedOf({
  disclosure,
  edition,
  prior,
  budget,
  part = mainPart(disclosure),
}: WriteRequest): Composed {
  const composed = compose({ disclosure, edition, prior: prior ?? null, budget: budget ?? null }, part);
  if (composed.composition.blocks.length === 0) throw nothingToWrite();
  return composed;
}

const nothingToWrite = (): DocumentError =>
  new DocumentError(
    "not-a-disclosure",
    "材料中没有所要写的部分。请用 --part 指定材料里有的部分（report、tables、evaluations、department、summary）。",
  );

const SHOWN = 60;

/** The first of a list, a line each, and how many there are. */
const listed = (all: readonly string[]): string =>
  all.slice(0, SHOWN).join("\n") + (all.length > SHOWN ? `\n……共 ${all.length} 处` : "");

const stillMissing = (missing: readonly string[]): DocumentError =>
  new DocumentError(
    "incomplete",
    `还有 ${missing.length} 处待填写，不能生成正式文件。请补齐后重试；加 --draft 可先生成带标记的草稿。\n${listed(missing)}`,
  );

const wronglyFilled = (wrong: readonly string[]): DocumentError =>
  new DocumentError(
    "incomplete",
    `底稿有 ${wrong.length} 处填写不对，不能生成正式文件。请改正后重试；加 --draft 可先生成草稿。\n${listed(wrong)}`,
  );

const jsonOf = (disclosure: Disclosure): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(toDisclosureJson(disclosure))}\n`);

/** The disclosure itself, and what the document states of it as it was written. */
function attachmentsOf(disclosure: Disclosure, composition: Composition): Composition["attachments"] {
  const { code } = disclosure.region;
  const asWritten = recognize(documentOf(composition, ""), code === null ? {} : { region: code });
  const figures = new TextEncoder().encode(JSON.stringify(carriedFigures(asWritten)));
  return [
    { name: "disclosure.json", mediaType: DISCLOSURE_MEDIA_TYPE, bytes: jsonOf(disclosure) },
    { name: "figures.json", mediaType: FIGURES_MEDIA_TYPE, bytes: figures },
  ];
}

async function bytesOf(
  composition: Composition,
  { format, fontDirectories = [] }: Pick<WriteRequest, "format" | "fontDirectories">,
): Promise<Uint8Array> {
  switch (format) {
    case "xlsx":
      return (await import("@jueming/documents/xlsx/writer.ts")).writeXlsx(composition);
    case "html":
      return (await import("@jueming/documents/html/writer.ts")).writeHtml(composition);
    case "pdf":
      return (await typeset(composition, fontDirectories)).bytes;
    default: {
      const headingPages = await headingPagesOf(composition, fontDirectories);
      return (await import("@jueming/documents/docx/writer.ts")).writeDocx(composition, { headingPages });
    }
  }
}

async function typeset(
  composition: Composition,
  fontDirectories: readonly string[],
): Promise<TypesetDocument> {
  try {
    return await typesetPdf(composition, { fontDirectories });
  } catch (error) {
    if (!(error instanceof TypesettingError)) throw error;
    throw new DocumentError("typesetting", error.message, { cause: error });
  }
}

/** Word shows the pages of its contents as our own typesetting numbers them; without it they stay open. */
async function headingPagesOf(
  composition: Composition,
  fontDirectories: readonly string[],
): Promise<TypesetDocument["headingPages"]> {
  if (composition.blocks.every(({ kind }) => kind !== "contents")) return [];
  try {
    return (await typeset(composition, fontDirectories)).headingPages;
  } catch (error) {
    // Word finds glyphs and pages itself; only a folder of fonts that was asked for must be there.
    if (error instanceof DocumentError && fontDirectories.length === 0) return [];
    throw error;
  }
}

/** Writes the list of self-evaluations of several disclosures (汇总表). */
export async function writeSummary(
  materials: readonly Pick<WriteRequest, "disclosure" | "edition">[],
  request: Pick<WriteRequest, "format" | "fontDirectories">,
): Promise<Uint8Array> {
  const { composition } = composeSummaryOf(
    materials.map((material) => ({ ...material, prior: null, budget: null })),
  );
  if (composition.blocks.length === 0) throw nothingToWrite();
  return bytesOf(composition, request);
}
