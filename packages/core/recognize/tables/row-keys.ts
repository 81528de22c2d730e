// Which row of the concept each group is: by 行次 and name together, by code and name together. What one
// of the two has lost the other restores; where they disagree the exact name wins and doubt is noted.

import { parentCode } from "../../accounts/classification/classification-code.ts";
import { functionCodes, judgeFunctionName } from "../../accounts/classification/function-classification.ts";
import type { LayoutIndex, SideIndex } from "./layout-index.ts";
import { keysNamed, plainName } from "./layout-index.ts";
import type { NameJudge, RowGroup } from "./row-group.ts";

/** KeyedGroup: a group and the row that it is. */
export interface KeyedGroup {
  readonly group: RowGroup;
  readonly line: string | null;
  /** "" where a code should stand and none could be read. */
  readonly code: string | null;
  /** In Chinese, how the key was found when it was not simply printed. */
  readonly doubt?: string;
  /** False for words that are no row of this table. */
  readonly isRow: boolean;
}

/** Judges names by the fixed rows of the layout, or by the classification of the year. */
export function nameJudge(index: LayoutIndex, year: number): NameJudge {
  return (group, name) => {
    const side = index.sides[group.side];
    if (side === undefined) return "unknown";
    if (side.named.length > 0) {
      const match = keysNamed(side, name);
      const own = group.code?.squeezed ?? group.line?.squeezed;
      const isOwn = own === undefined || !side.nameOf.has(own) || match.keys.includes(own);
      return match.exact && isOwn ? "complete" : "incomplete";
    }
    const code = group.code?.squeezed ?? "";
    const verdict = judgeFunctionName(code, name, year);
    return verdict === "same" ? "complete" : verdict === "different" ? "incomplete" : "unknown";
  };
}

/** The keys of all groups of one side, in printed order. */
export function keyGroups(
  groups: readonly RowGroup[],
  side: SideIndex,
  index: LayoutIndex,
  year: number,
): readonly KeyedGroup[] {
  if (index.rowKey === "single")
    return groups.map((group) => ({ group, line: null, code: null, isRow: true }));
  if (index.rowKey === "line") return keyLines(groups, side);
  return index.rowKey === "economic-code" ? keyListedCodes(groups, side) : keyCodes(groups, year);
}

function keyLines(groups: readonly RowGroup[], side: SideIndex): readonly KeyedGroup[] {
  const settled = groups.map((group) => settledLine(group, side));
  const used = new Set(settled.flatMap(({ line }) => (line === null ? [] : [line])));
  let before = -1;
  return settled.map((keyed) => {
    if (keyed.line === null && keyed.isRow && keyed.group.heading === undefined) {
      const candidates = keyed.group.name === "" ? [] : keysNamed(side, keyed.group.name).keys;
      const free = candidates.filter((key) => !used.has(key));
      const line = free.find((key) => side.keys.indexOf(key) > before) ?? free[0] ?? null;
      if (line !== null) {
        used.add(line);
        before = side.keys.indexOf(line);
        return { ...keyed, line };
      }
      return { ...keyed, isRow: keyed.group.figures.size > 0, doubt: "无法判断属于哪一行" };
    }
    if (keyed.line !== null) before = side.keys.indexOf(keyed.line);
    return keyed;
  });
}

/** The line of a group by itself; null leaves it to its neighbours. */
function settledLine(group: RowGroup, side: SideIndex): KeyedGroup {
  const printed = group.line?.squeezed;
  const number = printed !== undefined && side.keys.includes(printed) ? printed : undefined;
  const named = group.name === "" ? { keys: [], exact: false } : keysNamed(side, group.name);
  const base = { group, code: null, isRow: true };
  if (group.heading !== undefined) return { ...base, line: null };
  const [only] = named.keys;
  if (number !== undefined) {
    if (named.keys.length === 0 || named.keys.includes(number) || !named.exact)
      return { ...base, line: number };
    if (named.keys.length === 1 && only !== undefined) {
      return { ...base, line: only, doubt: `行次印为${number}，按项目名称作为第${only}行` };
    }
    return { ...base, line: number };
  }
  if (named.keys.length === 1 && only !== undefined) return { ...base, line: only };
  const hasContent = group.figures.size > 0 || named.keys.length > 0;
  return { ...base, line: null, isRow: hasContent };
}

function keyListedCodes(groups: readonly RowGroup[], side: SideIndex): readonly KeyedGroup[] {
  let before = -1;
  return groups.map((group): KeyedGroup => {
    if (group.foot !== undefined) return { group, line: group.foot, code: null, isRow: true };
    const printed = group.code?.isCode === true ? group.code.squeezed : undefined;
    const code = printed ?? codeByName(group, side, before);
    if (code !== undefined) before = Math.max(before, side.keys.indexOf(code));
    const lost =
      printed === undefined ? { doubt: `科目代码缺失或无法识别，按科目名称作为${code ?? "未知科目"}` } : {};
    const isRow = code !== undefined || group.figures.size > 0;
    return { group, line: null, code: code ?? "", isRow, ...lost };
  });
}

/** The code of a name, preferring the one that comes next in the side's list. */
function codeByName(group: RowGroup, side: SideIndex, before: number): string | undefined {
  const candidates = group.name === "" ? [] : keysNamed(side, group.name).keys;
  return candidates.find((code) => side.keys.indexOf(code) > before) ?? candidates[0];
}

/** 合计, or what damage left of it. */
const isTotal = (group: RowGroup): boolean =>
  group.code?.kind === "total" ||
  (group.code === undefined && /^(?:(?:合|总|本年.{0,4}合)计|合.|.计)$/u.test(group.name));

function keyCodes(groups: readonly RowGroup[], year: number): readonly KeyedGroup[] {
  const printed = groups.map((group) => (group.code?.isCode === true ? group.code.squeezed : undefined));
  let before = "";
  return groups.map((group, at): KeyedGroup => {
    if (isTotal(group)) return { group, line: null, code: null, isRow: true };
    const own = printed[at];
    if (own !== undefined) {
      before = own;
      return { group, line: null, code: own, isRow: true };
    }
    if (group.name === "" && group.figures.size === 0 && group.code === undefined) {
      return { group, line: null, code: "", isRow: false };
    }
    const after = printed.slice(at + 1).find((code) => code !== undefined) ?? "~";
    const restored = mendedCode(group) ?? restoredCode(group.name, { before, after, year });
    before = restored ?? before;
    const isRow = group.figures.size > 0 || restored !== undefined;
    const shown = group.code?.squeezed ?? "";
    const found = /\d/u.test(shown) ? `科目代码印作“${shown}”` : "科目代码缺失或无法识别";
    const how = `${found}，${restored === undefined ? "未能确定" : `按科目名称作为${restored}`}`;
    return { group, line: null, code: restored ?? "", isRow, doubt: how };
  });
}

const MISREAD: Readonly<Record<string, string>> = {
  O: "0",
  o: "0",
  l: "1",
  I: "1",
  "|": "1",
  S: "5",
  B: "8",
};

function mendedCode(group: RowGroup): string | undefined {
  const mended = group.code?.squeezed.replace(/[OolI|SB]/gu, (letter) => MISREAD[letter] ?? letter) ?? "";
  return /^2\d{2}(?:\d{2}){0,2}$/u.test(mended) ? mended : undefined;
}

/** The code that a name has between its neighbours, when there is exactly one, or one next to the code before. */
function restoredCode(
  name: string,
  { before, after, year }: { readonly before: string; readonly after: string; readonly year: number },
): string | undefined {
  const shown = plainName(name);
  if (shown === "") return undefined;
  const section = before.slice(0, 5);
  const customary = section.length === 5 ? ["01", "02", "03", "50", "99"].map((item) => section + item) : [];
  const listed = functionCodes.filter((known) => plainName(known.name) === shown).map(({ code }) => code);
  const byCustom = customary.filter((code) => judgeFunctionName(code, name, year) === "same");
  const found = [...new Set([...listed, ...byCustom])].filter((code) => before < code && code < after);
  if (found.length === 1) return found[0];
  const near = found.filter((code) => [before, parentCode(before)].includes(parentCode(code)));
  return near.length === 1 ? near[0] : undefined;
}
