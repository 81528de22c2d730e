// The numbering of headings and list items: 第一部分, 一、, （一）, 1., （1）.

import { findFigures } from "../../figures/find-figures.ts";
import { halfWidthText } from "../../figures/normalize.ts";

/** NumberedLine: a line that begins with a number of one of the known styles. */
export interface NumberedLine {
  /** 1 第…部分, 2 一、, 3 （一）, 4 1., 5 （1）. */
  readonly level: number;
  readonly number: string;
  /** Mark after the number, which siblings share. */
  readonly style: string;
  readonly rest: string;
}

const NUMERAL = "[一二三四五六七八九十百]{1,4}";
const STYLES: readonly (readonly [number, RegExp])[] = [
  [1, new RegExp(`^第\\s*(${NUMERAL}|\\d{1,2})\\s*(部分|章)\\s*`, "u")],
  [2, new RegExp(`^(${NUMERAL})\\s*([、.．])\\s*`, "u")],
  [3, new RegExp(`^\\(\\s*(${NUMERAL})\\s*(\\))\\s*`, "u")],
  [4, /^(\d{1,2})\s*([、.])(?!\d)\s*/u],
  [5, /^\(?\s*(\d{1,2})\s*(\))\s*/u],
];

/** Takes marks of lists and headings off the start of a line. */
export function withoutBullet(text: string): string {
  return text.replace(/^\s*(?:#+\s+|[-*•·●]\s+)+/u, "").trim();
}

/** Recognises the number at the start of a line. */
export function numberedLine(text: string): NumberedLine | null {
  const line = withoutBullet(text);
  const plain = halfWidthText(line);
  for (const [level, pattern] of STYLES) {
    const match = pattern.exec(plain);
    if (match !== null) {
      return { level, number: match[1] ?? "", style: match[2] ?? "", rest: line.slice(match[0].length) };
    }
  }
  return null;
}

/** HeadingText: a heading and the text that goes on in the same line. */
export interface HeadingText {
  readonly heading: string;
  readonly text: string;
}

const LONGEST = 24;
const LONGEST_NUMBERED = 45;
const HEADING_END =
  /(?:情况|分析|说明|概况|结论|问题|建议|措施|目标|计划|绩效|总结|评价|报告|报告书|自评表|管理|附件|附表)$/u;

/** Reads a numbered line's rest as a heading with what follows it, or null when it is a sentence. */
export function headingText(rest: string, level: number): HeadingText | null {
  const squeezed = rest.replace(/\s+/gu, " ").trim();
  const end = squeezed.search(/[。：:；;！？]/u);
  const segment = (end < 0 ? squeezed : squeezed.slice(0, end)).trim();
  const text = end < 0 ? "" : squeezed.slice(end + 1).trim();
  const longest = level <= 3 ? LONGEST_NUMBERED : LONGEST;
  if (segment === "" || segment.length > longest || /[；;！？]/u.test(squeezed.charAt(end))) return null;
  if (/[，,]/u.test(segment.replace(/[（(][^）)]*[）)]/gu, ""))) return null;
  if (findFigures(segment).some(({ role, unit }) => role === "figure" && unit !== null)) return null;
  const isWholeSentence = level >= 3 && squeezed.charAt(end) === "。" && text === "";
  if (isWholeSentence && segment.length > (HEADING_END.test(segment) ? 16 : 8)) return null;
  return { heading: segment, text };
}

/** A heading without number: alone in its line, or a short lead that ends like one. */
export function unnumberedHeading(line: string): HeadingText | null {
  const squeezed = line.replace(/\s+/gu, "");
  const end = squeezed.indexOf("。");
  const segment = end < 0 ? squeezed : squeezed.slice(0, end);
  if (segment.length > LONGEST || /[，,；;：:“”]/u.test(segment) || /\d/u.test(segment)) return null;
  if (!HEADING_END.test(segment)) return null;
  const text = end < 0 ? "" : squeezed.slice(end + 1);
  return end >= 0 && text === "" ? null : { heading: segment, text };
}

/** A title that begins a document of its own inside the file. */
export const isTitle = (heading: string): boolean =>
  /(?:报告|报告书|自评表|绩效自评)(?:[（(][^）)]*[）)])?$/u.test(heading) && heading.length >= 6;

const INSTRUCTION =
  /^(?:简要|请|围绕[^，。]{2,60}进行|填报以下|根据[^。]{4,60}(?:进行逐项|逐项)|部门整体绩效目标中选定)|若涉及[^。]*应在[^。]*(?:阐述|说明)|[（(]\s*(?:不超过)?\s*\d+\s*字(?:以内)?\s*[)）]|应包含自评得分|必须包含|如持平作持平表述|不涉及的不列/u;

/** Text that the form itself prints to say what should be written. */
export const isInstruction = (text: string): boolean => INSTRUCTION.test(text);
