// Fills a unit's own Word template (单位自己的 Word 模板). A library does the work on the XML; here the file
// is seen to be harmless, the placeholders are checked, and what goes wrong is said in Chinese.

import { Buffer } from "node:buffer";

import type { Attachment } from "@jueming/core/document/document.ts";
import {
  LOOP_CONTENT_TYPE,
  LoopPlugin,
  MissingCloseDelimiterError,
  MissingStartDelimiterError,
  RelType,
  TEXT_CONTENT_TYPE,
  TagOptionsParseError,
  TemplateHandler,
  TemplateSyntaxError,
  TextPlugin,
} from "easy-template-x";
import { unzipSync } from "fflate";

import { DocumentError } from "../../document-error.ts";
import { entryContent, zipEntries } from "../../zip/archive.ts";
import type { ZipLimits } from "../../zip/limits.ts";
import { ZIP_LIMITS } from "../../zip/limits.ts";
import { carryAttachments } from "../carried-parts.ts";
import { openPackage } from "../package-parts.ts";
import { packedParts } from "../writing/package.ts";
import { printable } from "../writing/inline-content.ts";
import { checkPlaceholders } from "./check-placeholders.ts";
import { MarkSectionLines, RemoveSectionLines } from "./section-lines.ts";
import { TemplateError } from "./template-error.ts";
import type { TemplateValue, TemplateValues } from "./template-values.ts";
import { rowsOf, valueAt } from "./template-values.ts";

/** A template is written by hand: what unpacks to more is none. */
const LIMITS: ZipLimits = { ...ZIP_LIMITS, entries: 2000, entryBytes: 32 * 1024 * 1024 };
const TOTAL_BYTES = 128 * 1024 * 1024;
/** Text boxes in cells of tables in content controls are nested deeply. */
const XML_DEPTH = 200;

/** Fills the placeholders of a template; throws a TemplateError that names what the values do not know. */
export async function filledTemplate(
  template: Uint8Array,
  values: TemplateValues,
  attachments: readonly Attachment[] = [],
): Promise<Uint8Array> {
  checkFile(template);
  const handler = handlerFor(values);
  const file = Buffer.from(template);
  try {
    for (const type of [RelType.MainDocument, RelType.Header, RelType.Footer]) {
      checkBraces(await handler.getText(file, type));
    }
    checkPlaceholders(await handler.parseTags(file), values);
    const filled = await handler.process(file, {});
    const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(new Uint8Array(filled))));
    carryAttachments(parts, attachments);
    return packedParts(parts);
  } catch (error) {
    throw error instanceof DocumentError ? error : translated(error);
  }
}

/** A file from elsewhere is not given to the library before its sizes are known and no entity is declared in it. */
function checkFile(template: Uint8Array): void {
  openPackage(template, LIMITS);
  const entries = zipEntries(template, LIMITS);
  if (entries.reduce((sum, { bytes }) => sum + bytes, 0) > TOTAL_BYTES) {
    throw new DocumentError("too-large", "模板解压后超过 128 MB 的上限。请删去模板里的大图片后重试。");
  }
  for (const entry of entries) {
    if (!/\.(?:xml|rels)$/iu.test(entry.name)) continue;
    if (
      /<!(?:DOCTYPE|ENTITY)/iu.test(Buffer.from(entryContent(template, entry, LIMITS)).toString("latin1"))
    ) {
      throw new DocumentError(
        "damaged",
        "模板里含有实体定义（DTD），正常的 Word 不会写入，没有使用。请用 Word 另存一份后重试。",
      );
    }
  }
}

/** Words that show what is meant, before and behind braces. */
const STRAY = /[｛{]\s*[｛{][^｛｝{}]{0,20}|[^｛｝{}]{0,20}[｝}]\s*[｝}]/u;

/** Braces that do not pair, and those typed with a Chinese keyboard, would be printed as they stand. */
function checkBraces(text: string): void {
  const stray = STRAY.exec(text.replace(/\{\{[^{}]*\}\}/gu, ""))?.[0];
  if (stray === undefined) return;
  const how = /[｛｝]/u.test(stray) ? "用了全角花括号" : "花括号不成对";
  throw new TemplateError(
    "unpaired",
    `模板里的“${stray}”${how}。占位符请用成对的半角花括号，写在同一段里，如 {{单位名称}}。`,
  );
}

function handlerFor(values: TemplateValues): TemplateHandler {
  return new TemplateHandler({
    // Only text and repetition: pictures and raw XML would let values write into the file's structure.
    plugins: [new TextPlugin(), new LoopPlugin()],
    defaultContentType: TEXT_CONTENT_TYPE,
    containerContentType: LOOP_CONTENT_TYPE,
    delimiters: { tagStart: "{{", tagEnd: "}}", containerTagOpen: "#", containerTagClose: "/" },
    maxXmlDepth: XML_DEPTH,
    extensions: {
      beforeCompilation: [new MarkSectionLines()],
      afterCompilation: [new RemoveSectionLines()],
    },
    scopeDataResolver: ({ path }) =>
      filling(
        values,
        path.map((step) => (typeof step === "number" ? step : step.name)),
      ),
  });
}

type Filling = string | boolean | Record<string, string>[];

/** What the library puts in a place: a text, or as many rows as are repeated. */
function filling(values: TemplateValues, path: readonly (string | number)[]): Filling {
  const name = String(path.at(-1));
  const value = valueAt(values, path);
  if (value === undefined) {
    throw new TemplateError("unknown-placeholder", `模板里的占位符 {{${name}}} 在这一行没有数据。`, {
      placeholders: [name],
    });
  }
  return printed(value);
}

function printed(value: TemplateValue): Filling {
  if (typeof value === "boolean") return value;
  return typeof value === "string" ? printable(value) : rowsOf(value).map(() => ({}));
}

const SHOWN_TEXT = 40;

/** The library's complaints in Chinese; what is none of them is a file that it could not make sense of. */
function translated(error: unknown): DocumentError {
  if (error instanceof MissingCloseDelimiterError) {
    return braces(error.openDelimiterText, "有 {{ 没有 }}", error);
  }
  if (error instanceof MissingStartDelimiterError) {
    return braces(error.closeDelimiterText, "有 }} 没有 {{", error);
  }
  if (error instanceof TagOptionsParseError) {
    const text = error.tagRawText.slice(0, SHOWN_TEXT);
    return new TemplateError("unpaired", `模板里的“${text}”方括号中的写法不对。请删去方括号部分。`, {
      cause: error,
    });
  }
  if (error instanceof TemplateSyntaxError) {
    const name = /\{\{[#/]?\s*([^{}]+?)\s*\}\}/u.exec(error.message)?.[1] ?? "";
    return new TemplateError(
      "misplaced",
      `模板里的 {{#${name}}}……{{/${name}}} 放的位置不能重复，比如在内容控件里。请移到普通段落或表格的同一行里。`,
      { placeholders: [name], cause: error },
    );
  }
  return new DocumentError("damaged", "模板无法处理。请用 Word 或 WPS 打开后另存为 DOCX 再试。", {
    cause: error,
  });
}

function braces(text: string, how: string, cause: Error): TemplateError {
  const shown = text.slice(0, SHOWN_TEXT);
  return new TemplateError("unpaired", `模板里的“${shown}”${how}。一个占位符的花括号要成对，并在同一段里。`, {
    cause,
  });
}
