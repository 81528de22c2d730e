// What people write to name a cell of a trial (试算的地址): 项目名::指标名, or both by their number in the
// document. One name must mean one cell; else the answer lists what it could mean.

import { parseFigure } from "../../figures/parse-figure.ts";
import type { ProjectEvaluation } from "../project-evaluation.ts";
import { totalFunding } from "./printed-scores.ts";
import type { WhatIfChange, WhatIfField, WhatIfTarget } from "./what-if.ts";

/** AddressedChange: a change with the index of its evaluation. */
export interface AddressedChange extends WhatIfChange {
  readonly evaluation: number;
}

/** WhatIfAddress: the change that was meant, or why it is none, in Chinese. */
export type WhatIfAddress =
  | { readonly kind: "found"; readonly change: AddressedChange }
  | { readonly kind: "refused"; readonly reason: string };

const FUNDING_WORDS: Readonly<Record<string, WhatIfField>> = {
  执行数: "executed",
  全年执行数: "executed",
  全年预算数: "adjusted",
  调整后预算数: "adjusted",
  年初预算数: "initial",
};
const SCORE_SUFFIX = "@得分";
const LISTED = 8;

/** Finds the cell that "项目名::指标名=新完成值" names. */
export function findWhatIfChange(text: string, evaluations: readonly ProjectEvaluation[]): WhatIfAddress {
  const parts = /^(?:(.+?)::)?(.+?)[=＝](.*)$/su.exec(text.trim());
  if (parts === null) return refused(`“${text}”应写成“项目名::指标名=新完成值”`);
  const [, project, cell = "", value = ""] = parts;
  if (value.trim() === "") return refused(`“${text}”没有给出新的值`);
  const found = findEvaluation(project?.trim(), evaluations);
  if (typeof found === "string") return refused(found);
  const evaluation = evaluations[found];
  const target = evaluation && findTarget(cell.trim(), evaluation);
  if (target === undefined) return refused(`没有项目“${project ?? ""}”`);
  if (typeof target === "string") return refused(target);
  if (target.kind !== "actual" && parseFigure(value, null, {}).kind !== "figure")
    return refused(`“${cell.trim()}”应为数，不能是“${value.trim()}”`);
  return { kind: "found", change: { evaluation: found, target, text: value.trim() } };
}

const refused = (reason: string): WhatIfAddress => ({ kind: "refused", reason });

function findEvaluation(
  name: string | undefined,
  evaluations: readonly ProjectEvaluation[],
): number | string {
  if (evaluations.length === 0) return "材料中没有项目支出绩效自评";
  const names = evaluations.map((evaluation) => evaluation.name);
  if (name !== undefined) return findOne(name, names, "项目");
  return evaluations.length === 1
    ? 0
    : `材料中有 ${evaluations.length} 个项目，请写明项目：“项目名::指标名=新完成值”。${listed(names, names.keys())}`;
}

function findTarget(cell: string, evaluation: ProjectEvaluation): WhatIfTarget | string {
  const field = FUNDING_WORDS[cell];
  if (field !== undefined) {
    return totalFunding(evaluation) === undefined
      ? `项目“${evaluation.name}”没有资金表，不能改${cell}`
      : { kind: "funding", field };
  }
  const isScore = cell.endsWith(SCORE_SUFFIX);
  const name = isScore ? cell.slice(0, -SCORE_SUFFIX.length) : cell;
  const indicator = findIndicator(name, evaluation);
  return typeof indicator === "string"
    ? `项目“${evaluation.name}”：${indicator}`
    : { kind: isScore ? "score" : "actual", indicator };
}

/** A name may be given with its first or second level before it: 成本指标/印刷费. */
function findIndicator(name: string, { indicators }: ProjectEvaluation): number | string {
  const leveled = /^([^/]+)\/(.+)$/su.exec(name);
  const [, level = "", rest = ""] = leveled ?? [];
  const isLevel = indicators.some(({ level1, level2 }) => level1 === level || level2 === level);
  const names = indicators.map((one) =>
    !isLevel || one.level1 === level || one.level2 === level ? one.name : "",
  );
  return findOne(isLevel ? rest : name, names, "指标");
}

/** By its number, its whole name, or a part of it that no other name has. */
function findOne(wanted: string, names: readonly string[], kind: "项目" | "指标"): number | string {
  const exact = matching(names, (name) => name === wanted);
  if (exact.length === 0 && /^\d+$/u.test(wanted)) {
    const index = Number(wanted) - 1;
    return names[index] === undefined
      ? `没有第 ${wanted} 个${kind}，共 ${names.length} 个。${listed(names, names.keys())}`
      : index;
  }
  const found = exact.length > 0 ? exact : matching(names, (name) => name.includes(wanted));
  const [first] = found;
  if (first === undefined) return `没有名为“${wanted}”的${kind}。${listed(names, names.keys())}`;
  if (found.length === 1) return first;
  return `有 ${found.length} 个${kind}与“${wanted}”相符，请用序号指明。${listed(names, found)}`;
}

function matching(names: readonly string[], isMeant: (name: string) => boolean): readonly number[] {
  return names.flatMap((name, index) => (name !== "" && isMeant(name) ? [index] : []));
}

function listed(names: readonly string[], indexes: Iterable<number>): string {
  const all = [...indexes];
  const shown = all.slice(0, LISTED).map((index) => `${index + 1} ${names[index] ?? ""}`);
  return `可选：${shown.join("；")}${all.length > LISTED ? `；等 ${all.length} 个` : ""}`;
}
