import { classificationLevel, parentCode, type ClassificationLevel } from "./classification-code.ts";
import { parseClassificationRows, type ClassificationRow } from "./classification-rows.ts";
import { administrativeSections, functionListYear, functionRows } from "./function-rows.ts";
import { comparableName, comparePrintedName } from "./printed-name.ts";

/** A 支出功能分类科目 (类, 款 or 项) as it is listed for some years. */
export interface FunctionCode {
  readonly code: string;
  readonly name: string;
  readonly level: ClassificationLevel;
  readonly parent: string | undefined;
  /** The list itself is in doubt here, so that no printed name may be judged by it. */
  readonly uncertain: boolean;
  readonly firstYear: number;
  readonly lastYear: number | undefined;
  /** Seen in published accounts, known from practice, or following from the custom for the last two digits. */
  readonly source: "printed" | "practice" | "convention";
}

/** A 类 that 公开01 and 公开04 print as a line, with the national 行次 in both. */
export interface FunctionClass {
  readonly code: string;
  readonly name: string;
  /** Its place in the national order, from 1. */
  readonly ordinal: number;
  /** 行次 in 收入支出决算总表. */
  readonly summaryLine: number;
  /** 行次 in 财政拨款收入支出决算总表. */
  readonly appropriationLine: number;
}

const unprintedClasses = new Set(["209", "227", "230", "233"]);
const firstSummaryLine = 32;
const firstAppropriationLine = 33;

/** The names that 项 carry by custom in administrative 款; 99 gives only the beginning of the name. */
const customaryNames: Readonly<Record<string, string>> = {
  "01": "行政运行",
  "02": "一般行政管理事务",
  "03": "机关服务",
  "50": "事业运行",
  "99": "其他",
};

/** The year from which the customary names are taken to hold. */
const customSince = 2021;

const listedCodes: ReadonlyMap<string, FunctionCode> = new Map(
  parseClassificationRows(functionRows, 5).map((row) => [row.code, functionCodeOf(row)] as const),
);

const listedNames: ReadonlySet<string> = new Set(
  [...listedCodes.values()].map((listed) => comparableName(listed.name)),
);

const sectionCustoms: ReadonlyMap<string, { readonly from: number; readonly without: string | undefined }> =
  new Map(
    administrativeSections
      .trim()
      .split(/\s+/)
      .map((entry) => {
        const from = /@(\d{4})/.exec(entry)?.[1];
        const without = /-(\d\d)/.exec(entry)?.[1];
        return [
          entry.slice(0, 5),
          { from: from === undefined ? customSince : Number(from), without },
        ] as const;
      }),
  );

/** Every code of the list, in the order of the list, whatever its years. */
export const functionCodes: readonly FunctionCode[] = [...listedCodes.values()];

/** The 26 类 that the summary tables print, in the national order. */
export const functionClasses: readonly FunctionClass[] = functionCodes
  .filter((listed) => listed.level === 1 && !unprintedClasses.has(listed.code))
  .map(({ code, name }, index) => ({
    code,
    name,
    ordinal: index + 1,
    summaryLine: firstSummaryLine + index,
    appropriationLine: firstAppropriationLine + index,
  }));

/** The 类 of a printed name, which may begin with its ordinal ("一、一般公共服务支出"). */
export function functionClassNamed(printedName: string): FunctionClass | undefined {
  const name = comparableName(printedName).replace(/^[一二三四五六七八九十]+[、,.]/, "");
  return functionClasses.find((each) => each.name === name);
}

/** The code as listed for a year; a 项 that is not listed can still follow from the custom of its 款. */
export function findFunctionCode(code: string, year: number): FunctionCode | undefined {
  const listed = listedCodes.get(code);
  if (listed === undefined) return customaryCode(code, year);
  const isInForce = listed.firstYear <= year && (listed.lastYear === undefined || year <= listed.lastYear);
  return isInForce ? listed : customaryCode(code, year);
}

/** Whether a printed name is that of its code, judged only where the list is sure for the year. */
export function judgeFunctionName(
  code: string,
  printedName: string,
  year: number,
): "same" | "different" | "not-listed" {
  const known = findFunctionCode(code, year);
  if (known === undefined || known.uncertain) return "not-listed";
  return isNameOf(known, comparableName(printedName)) ? "same" : "different";
}

/**
 * The same verdict for print that may have suffered: "damaged" when the name is clipped or misread, but not when
 * it is exactly the name of another code, which a scan does not bring about.
 */
export function judgeDamagedFunctionName(
  code: string,
  printedName: string,
  year: number,
): "same" | "damaged" | "different" | "not-listed" {
  const strict = judgeFunctionName(code, printedName, year);
  const known = findFunctionCode(code, year);
  if (strict !== "different" || known === undefined) return strict;
  const printed = comparableName(printedName);
  if (listedNames.has(printed) && !comparableName(known.name).startsWith(printed)) return "different";
  if (isOnlyBeginning(known))
    return printed.includes("其他") || printed.startsWith("他") ? "damaged" : "different";
  return comparePrintedName(printed, known.name);
}

function functionCodeOf({ code, name, marks }: ClassificationRow): FunctionCode {
  const from = /@(\d{4})/.exec(marks)?.[1];
  const until = /@-(\d{4})/.exec(marks)?.[1];
  const lastYear = until === undefined ? undefined : Number(until);
  const defaultYear = Math.min(functionListYear, lastYear ?? functionListYear);
  return {
    code,
    name,
    level: classificationLevel(code) ?? 3,
    parent: parentCode(code),
    uncertain: marks.includes("?"),
    firstYear: from === undefined ? defaultYear : Number(from),
    lastYear,
    source: marks.includes("*") ? "printed" : "practice",
  };
}

function customaryCode(code: string, year: number): FunctionCode | undefined {
  if (classificationLevel(code) !== 3) return undefined;
  const item = code.slice(-2);
  const name = customaryNames[item];
  const custom = sectionCustoms.get(code.slice(0, 5));
  if (name === undefined || custom === undefined || custom.without === item || year < custom.from)
    return undefined;
  return {
    code,
    name,
    level: 3,
    parent: parentCode(code),
    uncertain: false,
    firstYear: custom.from,
    lastYear: undefined,
    source: "convention",
  };
}

function isNameOf(known: FunctionCode, printed: string): boolean {
  return isOnlyBeginning(known) ? printed.startsWith(known.name) : printed === comparableName(known.name);
}

function isOnlyBeginning(known: FunctionCode): boolean {
  return known.source === "convention" && known.code.endsWith("99");
}
