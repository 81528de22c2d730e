// What was doubtful in a PDF that could be read: said once per kind, with the pages.

import type { Problem } from "@jueming/core/document/document.ts";

import type { PdfLimits } from "./limits.ts";
import type { PageContent } from "./page-content.ts";

/** PdfFacts: what the problems are told from. */
export interface PdfFacts {
  readonly bytes: Uint8Array;
  readonly pages: readonly PageContent[];
  readonly damagedPages: readonly number[];
  readonly unseenFieldPages: readonly number[];
  /** Words of watermarks and the first page of each. */
  readonly watermarks: ReadonlyMap<string, number>;
  readonly limits: PdfLimits;
}

/** The problems of a file that was read. */
export function fileProblems(facts: PdfFacts): readonly Problem[] {
  const { pages, damagedPages, unseenFieldPages, limits } = facts;
  const numbersOf = (holds: (page: PageContent) => boolean): readonly number[] =>
    pages.filter(holds).map(({ number }) => number);
  return [
    ...(isCutShort(facts.bytes) ? [CUT_SHORT] : []),
    ...pageProblem("damaged-page", damagedPages, "损坏，没有读取。请重新下载或重新导出后核对"),
    ...pageProblem(
      "form-values-unread",
      unseenFieldPages,
      "有填写域的内容没有存成可显示的样子，没有读取。请打开后“打印为 PDF”，再读取打印出的文件",
    ),
    ...pageProblem(
      "page-without-text",
      numbersOf(({ characters, hasImage }) => characters === 0 && hasImage),
      "只有图片，没有可复制的文字，没有读取。请对照原件，或先做文字识别（OCR）",
    ),
    ...pageProblem(
      "unreadable-characters",
      numbersOf(({ unreadable }) => unreadable > 0),
      "有字体没有编码信息的字符，已用 � 代替，请核对原件",
    ),
    ...pageProblem(
      "page-is-drawing",
      numbersOf(({ isDrawing }) => isDrawing),
      "线条过多，像是图纸，没有按表格读取",
    ),
    ...[...facts.watermarks].slice(0, limits.listedProblems).map(([text, page]) => ({
      code: "watermark",
      message: `第 ${page} 页起有水印“${text.slice(0, 40)}”，已从正文中去掉。`,
      place: { page },
    })),
  ];
}

const CUT_SHORT: Problem = {
  code: "truncated",
  message: "PDF 文件结尾不完整，后面的内容可能丢失。请重新下载后核对。",
  place: {},
};

const TAIL = 2048;

function isCutShort(bytes: Uint8Array): boolean {
  return !new TextDecoder("latin1").decode(bytes.subarray(-TAIL)).includes("%%EOF");
}

const LISTED_PAGES = 12;

function pageProblem(code: string, pages: readonly number[], what: string): readonly Problem[] {
  const [first] = pages;
  if (first === undefined) return [];
  const listed = pages.slice(0, LISTED_PAGES).join("、");
  const more = pages.length > LISTED_PAGES ? ` 等 ${pages.length} 页` : " 页";
  return [{ code, message: `第 ${listed}${more}${what}。`, place: { page: first } }];
}
