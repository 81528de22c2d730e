// The paragraph styles of a written document: real styles, so that a heading's look is changed in one place
// and Word's navigation and contents know it. Sizes are half points: 三号 is 32.

import type { ParagraphRole } from "@jueming/core/document/document.ts";
import type { IParagraphStyleOptions, IRunStylePropertiesOptions, IStylesOptions } from "docx";

import { twipsOfPoints } from "./page-geometry.ts";
import { FANGSONG, HEI, KAI, SONG, SONG_TITLE, typeface } from "./typefaces.ts";

/** ER_HAO and the others (字号) in half points. */
const ER_HAO = 44;
const XIAO_ER = 36;
const SAN_HAO = 32;
const SI_HAO = 28;
const XIAO_SI = 24;
const WU_HAO = 21;
const XIAO_WU = 18;

/** Lines of running text stand 28.9 points apart: 22 of them fill the height of the text. */
const LINE = { line: twipsOfPoints(28.9), lineRule: "exact" } as const;
const SINGLE = { line: 240, lineRule: "auto" } as const;
const TWO_CHARACTERS = { firstLineChars: 200, firstLine: twipsOfPoints(32) };

/** The ids of styles that are not a paragraph's role. */
export const STYLE = {
  body: "BodyParagraph",
  tableTitle: "TableTitle",
  tableText: "TableText",
  tableHeader: "TableHeader",
  contentsTitle: "TOCHeading",
  footer: "Footer",
  spacer: "Spacer",
} as const;

/** The style of a role. */
export const ROLE_STYLES: Readonly<Record<ParagraphRole, string>> = {
  "cover-title": "CoverTitle",
  "cover-line": "CoverLine",
  "table-label": "TableLabel",
  "table-head": "TableHead",
  note: "TableNote",
  signature: "Signature",
};

const LEVELS = 9;

/** The style of a heading; levels beyond those of Word take the last. */
export function headingStyle(level: number): string {
  return `Heading${Math.min(Math.max(1, level), LEVELS)}`;
}

/** The style of an entry of the contents. */
export function contentsStyle(level: number): string {
  return `TOC${Math.min(Math.max(1, level), LEVELS)}`;
}

/** All styles of a written document. */
export function documentStyles(): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: typeface(FANGSONG),
          size: SAN_HAO,
          language: { value: "en-US", eastAsia: "zh-CN" },
        },
      },
    },
    paragraphStyles: [NORMAL, ...headings(), ...CONTENTS, ...ROLES, ...TABLES, ...PAGE],
  };
}

const NORMAL: IParagraphStyleOptions = {
  id: "Normal",
  name: "Normal",
  quickFormat: true,
  paragraph: { spacing: LINE },
};

/** The name by which Word knows its own headings; a Chinese Word shows it as 标题 1. */
function headings(): readonly IParagraphStyleOptions[] {
  return Array.from({ length: LEVELS }, (_, index) => ({
    id: headingStyle(index + 1),
    name: `heading ${index + 1}`,
    basedOn: "Normal",
    next: STYLE.body,
    quickFormat: true,
    uiPriority: 9,
    run: headingRun(index + 1),
    paragraph: {
      keepNext: true,
      keepLines: true,
      outlineLevel: index,
      indent: TWO_CHARACTERS,
      spacing: LINE,
    },
  }));
}

function headingRun(level: number): IRunStylePropertiesOptions {
  if (level === 1) return { font: typeface(HEI), size: SAN_HAO };
  if (level === 2) return { font: typeface(KAI), size: SAN_HAO };
  return { font: typeface(FANGSONG), size: SAN_HAO, bold: true };
}

function custom(
  id: string,
  name: string,
  rest: Pick<IParagraphStyleOptions, "run" | "paragraph">,
): IParagraphStyleOptions {
  return { id, name, basedOn: "Normal", quickFormat: true, ...rest };
}

const ROLES: readonly IParagraphStyleOptions[] = [
  custom(STYLE.body, "公文正文", {
    paragraph: { alignment: "both", indent: TWO_CHARACTERS, spacing: LINE },
  }),
  custom(ROLE_STYLES["cover-title"], "封面标题", {
    run: { font: typeface(SONG_TITLE), size: ER_HAO },
    // Two lines of one title stand together: the distance is above the first only.
    paragraph: {
      alignment: "center",
      contextualSpacing: true,
      spacing: { ...SINGLE, before: twipsOfPoints(120) },
    },
  }),
  custom(ROLE_STYLES["cover-line"], "封面文字", {
    paragraph: { alignment: "center", spacing: { ...LINE, before: twipsOfPoints(24) } },
  }),
  custom(ROLE_STYLES["signature"], "落款", {
    run: { font: typeface(SONG), size: XIAO_SI },
    paragraph: { alignment: "right", indent: { right: twipsOfPoints(32) }, spacing: LINE },
  }),
];

const TABLES: readonly IParagraphStyleOptions[] = [
  custom(STYLE.tableTitle, "表题", {
    run: { font: typeface(SONG_TITLE), size: XIAO_ER },
    paragraph: { alignment: "center", keepNext: true, spacing: { ...SINGLE, after: twipsOfPoints(4) } },
  }),
  custom(ROLE_STYLES["table-label"], "表号", {
    run: { size: WU_HAO },
    paragraph: { alignment: "right", keepNext: true, spacing: SINGLE },
  }),
  custom(ROLE_STYLES["table-head"], "表头", {
    run: { size: WU_HAO },
    paragraph: { keepNext: true, spacing: SINGLE },
  }),
  custom(STYLE.tableText, "表文", { run: { size: XIAO_SI }, paragraph: { spacing: SINGLE } }),
  {
    ...custom(STYLE.tableHeader, "表栏", {
      run: { font: typeface(HEI) },
      paragraph: { alignment: "center" },
    }),
    basedOn: STYLE.tableText,
  },
  custom(ROLE_STYLES["note"], "表注", {
    run: { size: XIAO_WU },
    paragraph: { alignment: "both", spacing: SINGLE },
  }),
  custom(STYLE.spacer, "分隔", {
    run: { size: 2 },
    paragraph: { spacing: { line: 20, lineRule: "exact" } },
  }),
];

const CONTENTS: readonly IParagraphStyleOptions[] = [
  {
    id: STYLE.contentsTitle,
    name: "TOC Heading",
    basedOn: "Normal",
    uiPriority: 39,
    run: { font: typeface(SONG_TITLE), size: ER_HAO },
    paragraph: { alignment: "center", spacing: { ...SINGLE, after: twipsOfPoints(16) } },
  },
  ...Array.from({ length: LEVELS }, (_, index): IParagraphStyleOptions => ({
    id: contentsStyle(index + 1),
    name: `toc ${index + 1}`,
    basedOn: "Normal",
    next: "Normal",
    uiPriority: 39,
    run: { font: typeface(index === 0 ? HEI : FANGSONG), size: SI_HAO },
    // No indent at the right: LibreOffice does not print what stands behind a tab beyond it.
    paragraph: {
      indent: { left: index * SI_HAO * 10 },
      spacing: { line: twipsOfPoints(26), lineRule: "exact" },
    },
  })),
];

const PAGE: readonly IParagraphStyleOptions[] = [
  {
    id: STYLE.footer,
    name: "footer",
    basedOn: "Normal",
    uiPriority: 99,
    run: { font: { ascii: SONG, hAnsi: SONG, eastAsia: SONG }, size: SI_HAO },
    paragraph: { alignment: "center", spacing: SINGLE },
  },
];
