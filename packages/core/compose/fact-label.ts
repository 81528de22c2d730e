// What a fact is called when a person must fill it in: 收入支出决算总表“总计”上年数.

import { findConcept } from "../accounts/concepts.ts";
import { findEconomicCode } from "../accounts/classification/economic-classification.ts";
import { findFunctionCode } from "../accounts/classification/function-classification.ts";
import type { FactAddress } from "../disclosure/address.ts";
import { narrativeFieldName } from "../disclosure/narrative-fields.ts";

export function factLabel(address: FactAddress, year: number): string {
  const { period, stage } = address;
  const when = stage === "initial" ? "年初预算数" : period === "prior" ? "上年数" : "";
  return `${nameOf(address, year)}${when}`;
}

function nameOf(address: FactAddress, year: number): string {
  const field = narrativeFieldName(address.field);
  const concept = findConcept(address.concept);
  if (concept === undefined) return field ?? "本项数";
  const column = concept.columns.find(({ id }) => id === address.column)?.name;
  const named = [rowName(address, year), concept.columns.length > 1 ? column : undefined];
  const cell = [...named, field].filter((word) => word !== undefined).join("·");
  return cell === "" ? concept.title : `${concept.title}“${cell}”`;
}

function rowName({ concept, line, code }: FactAddress, year: number): string | undefined {
  if (line !== undefined) return lineName(concept, line);
  if (code === null) return "合计";
  if (code === undefined) return undefined;
  return findFunctionCode(code, year)?.name ?? findEconomicCode(code)?.name ?? code;
}

const SIDES = { income: "收入", expenditure: "支出" } as const;

/** Both sides of a balanced table have a 总计: the side tells them apart. */
function lineName(concept: string, line: string): string | undefined {
  const lines = findConcept(concept)?.lines ?? [];
  const own = lines.find((one) => one.line === line);
  if (own === undefined) return undefined;
  const isShared = lines.some((one) => one.line !== line && one.name === own.name);
  const side = own.side === "income" || own.side === "expenditure" ? SIDES[own.side] : "";
  return own.name === null ? undefined : `${isShared ? side : ""}${own.name}`;
}
