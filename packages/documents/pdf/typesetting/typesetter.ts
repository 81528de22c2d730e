// Sets compositions as PDF with Typst. The engine is native code that can take its process along, so this
// runs in a process of its own (packages/pipeline/typesetting-apart.ts); nobody else should start it.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

import type { Attachment } from "@jueming/core/document/document.ts";
import type { Composition } from "@jueming/core/document/composition.ts";

import { repeatedLabels } from "./page-breaks.ts";
import type { RowPage } from "./page-breaks.ts";
import { measureOf } from "./printed-text.ts";
import type { Measure } from "./printed-text.ts";
import { templateInput } from "./template-input.ts";
import type { TemplateInput } from "./template-input.ts";
import { findTypefaces } from "./typefaces.ts";
import type { Typefaces } from "./typefaces.ts";
import type { TypstCompiler, TypstDocument, TypstEngine } from "./typst.ts";
import { TypesettingError } from "./typesetting-error.ts";

/** TypesetDocument: a PDF, and the printed page of every heading that its contents list. */
export interface TypesetDocument {
  readonly bytes: Uint8Array;
  /** In the order of the headings; null for a heading on a page without number. */
  readonly headingPages: readonly (number | null)[];
}

/** Typesetter: sets one document after another. */
export type Typesetter = (composition: Composition) => Promise<TypesetDocument>;

/** A folder that need not be there: the engine sees only what is mapped into it. */
const WORKSPACE = resolve("/jueming-typesetting");
const TEMPLATE = readFileSync(new URL("./template.typ", import.meta.url), "utf8");
/** Results of the last documents are kept, because documents of one run are alike. */
const KEPT_DOCUMENTS = 2;

/** Files that change under their names would not be read again, so every name is used once. */
let filesMapped = 0;

/** Loads fonts and engine. */
export async function startTypesetter(fontDirectories: readonly string[]): Promise<Typesetter> {
  const engine = loadEngine();
  const usual = typesetterWith(engine, await findTypefaces(fontDirectories));
  let last: Promise<SetDocument> | undefined;
  return async (composition) => {
    try {
      return usual(composition);
    } catch (error) {
      if (!(error instanceof TypesettingError) || error.code !== "glyph-missing") throw error;
      last ??= findTypefaces(fontDirectories, { withLastResort: true }).then((typefaces) =>
        typesetterWith(engine, typefaces),
      );
      return (await last)(composition);
    }
  };
}

type SetDocument = (composition: Composition) => TypesetDocument;

function typesetterWith(engine: TypstEngine, typefaces: Typefaces): SetDocument {
  const compiler = engine.NodeCompiler.create({
    workspace: WORKSPACE,
    fontArgs: [{ fontBlobs: typefaces.files }],
  });
  mapJson(compiler, "fonts.json", familiesOf(typefaces));
  const measure = measureOf(typefaces);
  return (composition) => typeset(compiler, composition, measure);
}

function loadEngine(): TypstEngine {
  const require = createRequire(import.meta.url);
  const name = "@myriaddreamin/typst-ts-node-compiler";
  for (const system of engineSystems()) {
    try {
      // The package has no types of its own.
      return require(`${name}-${system}`) as TypstEngine;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND")) throw error;
    }
  }
  throw new TypesettingError(
    "engine-missing",
    `本机系统（${process.platform} ${process.arch}）没有随附排版引擎，不能生成 PDF。请改写 Word 或网页格式，再由办公软件另存为 PDF。`,
  );
}

function engineSystems(): readonly string[] {
  const { platform, arch } = process;
  return platform === "linux" ? [`linux-${arch}-gnu`, `linux-${arch}-musl`] : [`${platform}-${arch}`];
}

function familiesOf({ faces }: Typefaces): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(faces).map(([name, chain]) => [name, [...new Set(chain.map(({ family }) => family))]]),
  );
}

function typeset(compiler: TypstCompiler, composition: Composition, measure: Measure): TypesetDocument {
  const attachments = mapAttachments(compiler, composition.attachments);
  try {
    const input = templateInput(composition, measure, attachments);
    const document = compileWithLabels(compiler, input);
    const pages = pagesOf(compiler, document);
    return {
      bytes: new Uint8Array(compiler.pdf(document, { pdfStandard: "a-3a" })),
      headingPages: input.numberedHeadings.map((isNumbered, index) =>
        isNumbered ? (pages[index] ?? null) : null,
      ),
    };
  } finally {
    for (const name of attachments) compiler.unmapShadow(resolve(WORKSPACE, name));
    compiler.evictCache(KEPT_DOCUMENTS);
  }
}

/** Where a merged cell was broken by the end of a page, the label is set again on the next. */
function compileWithLabels(compiler: TypstCompiler, input: TemplateInput): TypstDocument {
  const document = compile(compiler, input);
  const rows = queried(compiler, document, "<row>") as readonly RowPage[]; // as the template writes them
  const repeated = rows.length === 0 ? input : repeatedLabels(input, rows);
  return repeated === input ? document : compile(compiler, repeated);
}

function compile(compiler: TypstCompiler, input: TemplateInput): TypstDocument {
  const name = newName();
  mapJson(compiler, name, input);
  const result = compiler.compile({ mainFileContent: TEMPLATE.replace("input.json", name) });
  compiler.unmapShadow(resolve(WORKSPACE, name));
  const error = result.takeError();
  if (error !== null || result.result === null) throw engineFailed(error?.shortDiagnostics);
  const warnings = result.takeWarnings()?.shortDiagnostics ?? [];
  const fontWarning = warnings.find(({ message }) => message.includes("unknown font family"));
  if (fontWarning !== undefined) {
    throw new TypesettingError(
      "font-missing",
      `排版引擎不认识字体（${fontWarning.message}）。请移走或更换该字体文件。`,
    );
  }
  return result.result;
}

function engineFailed(diagnostics: unknown): TypesettingError {
  return new TypesettingError(
    "engine-failed",
    "排版没有成功，这是程序的问题。请改写 Word 格式，并把出错的文件反馈给维护者。",
    { cause: diagnostics },
  );
}

function pagesOf(compiler: TypstCompiler, document: TypstDocument): readonly number[] {
  const [pages] = queried(compiler, document, "<pages>");
  return Array.isArray(pages) ? pages : [];
}

function queried(compiler: TypstCompiler, document: TypstDocument, selector: string): readonly unknown[] {
  return compiler.query(document, { selector }).map(({ value }) => value);
}

function mapAttachments(compiler: TypstCompiler, attachments: readonly Attachment[]): readonly string[] {
  return attachments.map(({ bytes }) => {
    const name = newName();
    compiler.mapShadow(resolve(WORKSPACE, name), Buffer.from(bytes));
    return name;
  });
}

function newName(): string {
  filesMapped += 1;
  return `input-${filesMapped}`;
}

function mapJson(compiler: TypstCompiler, name: string, value: unknown): void {
  compiler.mapShadow(resolve(WORKSPACE, name), Buffer.from(JSON.stringify(value)));
}
