// `jueming indicators`: the indicator library searched, indicators suggested for a project, and the
// indicators of documents reviewed and compared.

import { findEconomicCode } from "@jueming/core/accounts/classification/economic-classification.ts";
import type { ProjectEvaluation } from "@jueming/core/evaluation/project-evaluation.ts";
import type { EntryKind } from "@jueming/core/indicators/entry-group.ts";
import { findLevel2, isLevel1, level2Names } from "@jueming/core/indicators/levels.ts";
import { categories, findCategory } from "@jueming/core/indicators/library/index.ts";
import { findNearDuplicates } from "@jueming/core/indicators/review/near-duplicates.ts";
import { namedIndicators, reviewIndicators } from "@jueming/core/indicators/review/review-indicators.ts";
import { libraryIndex } from "@jueming/core/indicators/search/library-index.ts";
import { search, type EntryFilter } from "@jueming/core/indicators/search/search-index.ts";
import {
  exactNumber,
  type ExistingIndicator,
  type ProjectSketch,
} from "@jueming/core/indicators/suggest/project-sketch.ts";
import { suggestIndicators } from "@jueming/core/indicators/suggest/suggest-indicators.ts";
import { editionFor, editionOf } from "@jueming/core/regions/index.ts";
import {
  duplicatesJson,
  entriesJson,
  reviewsJson,
  suggestionsJson,
} from "@jueming/pipeline/indicators-json.ts";
import { findInputs } from "@jueming/pipeline/inputs.ts";
import { isFailure, readInput } from "@jueming/pipeline/read.ts";

import { readOne } from "./one-input.ts";
import { standardOutput, tellFailure } from "./output.ts";
import { paintFor } from "./paint.ts";
import { textDuplicates, textEntries, textReviews, textSuggestions } from "./text-indicators.ts";
import { STATUS, UsageError } from "./usage-error.ts";

/** IndicatorsCommand: the options of `jueming indicators`. */
export interface IndicatorsCommand {
  readonly format: "text" | "json";
  readonly level1?: string;
  readonly level2?: string;
  readonly category?: string;
  readonly kind?: string;
  readonly unit?: string;
  readonly limit: number;
  readonly suggest?: string;
  readonly economic?: string;
  readonly amount?: string;
  readonly existing?: string;
  readonly region?: string;
  readonly review?: string;
  readonly duplicates?: readonly string[];
}

/** Does what the options ask: review, duplicates, suggest, or else search. */
export async function runIndicators(query: string | undefined, command: IndicatorsCommand): Promise<number> {
  const asked = [command.suggest, command.review, command.duplicates].filter((one) => one !== undefined);
  if (asked.length > 1) throw new UsageError("--suggest、--review、--duplicates 每次只能用一个。");
  if (asked.length > 0 && query !== undefined)
    throw new UsageError(`“${query}”是查询词，不能与 --suggest、--review、--duplicates 同用。`);
  if (command.review !== undefined) return review(command.review, command);
  if (command.duplicates !== undefined) return duplicates(command.duplicates, command);
  if (command.suggest !== undefined) return suggest(command.suggest, command);
  return find(query ?? "", command);
}

const paint = (): ReturnType<typeof paintFor> => paintFor(process.stdout, process.env);

async function print(json: object, text: string, { format }: IndicatorsCommand): Promise<void> {
  await standardOutput().write(format === "json" ? `${JSON.stringify(json, null, 2)}\n` : text);
}

async function find(query: string, command: IndicatorsCommand): Promise<number> {
  const found = search(libraryIndex(), query, { filter: filterOf(command), limit: command.limit });
  const entries = found.map(({ entry }) => entry);
  await print(entriesJson(entries, query), textEntries(entries, paint()), command);
  return STATUS.fine;
}

function filterOf(command: IndicatorsCommand): EntryFilter {
  const { level1, level2, category, kind, unit } = command;
  if (level1 !== undefined && !isLevel1(level1))
    throw new UsageError(`没有一级指标“${level1}”，可用：成本指标、产出指标、效益指标、满意度指标。`);
  if (level2 !== undefined && findLevel2(level2) === undefined)
    throw new UsageError(`没有二级指标“${level2}”，可用：${level2Names.join("、")}。`);
  return {
    ...(level1 === undefined ? {} : { level1 }),
    ...(level2 === undefined ? {} : { level2 }),
    ...(category === undefined ? {} : { category: categoryId(category) }),
    ...(kind === undefined ? {} : { kind: kindOf(kind) }),
    ...(unit === undefined ? {} : { unit }),
  };
}

function kindOf(word: string): EntryKind {
  return word === "定性" ? "qualitative" : "quantitative";
}

function categoryId(words: string): string {
  const category = findCategory(words);
  if (category !== undefined) return category.id;
  throw new UsageError(`没有项目类别“${words}”，可用：${categories.map(({ name }) => name).join("、")}。`);
}

async function suggest(project: string, command: IndicatorsCommand): Promise<number> {
  const { category, economic, amount, existing, region } = command;
  if (project.trim() === "") throw new UsageError("请在 --suggest 后给出项目名称，例如 --suggest 干部培训。");
  if (economic !== undefined && findEconomicCode(economic) === undefined)
    throw new UsageError(`没有部门预算支出经济分类“${economic}”，例如培训费是 30216。`);
  const edition = editionFor(region ?? null, null);
  const set = suggestIndicators(
    {
      name: project,
      category: category === undefined ? null : categoryId(category),
      economicCode: economic ?? null,
      amount: amount === undefined ? null : amountOf(amount),
      indicators: existing === undefined ? [] : await existingIndicators(existing, project, region),
    },
    edition.scoring,
  );
  const setting = { project, edition };
  await print(
    suggestionsJson(set, { project, edition: edition.id }),
    textSuggestions(set, setting, paint()),
    command,
  );
  return STATUS.fine;
}

function amountOf(text: string): ProjectSketch["amount"] {
  if (/^\d{1,12}(?:\.\d{1,6})?$/u.test(text) && Number(text) > 0) return exactNumber(text);
  throw new UsageError(`金额“${text}”应为大于 0 的数，以万元为单位，例如 --amount 20。`);
}

/** The indicators that a document states for the project. */
async function existingIndicators(
  path: string,
  project: string,
  region: string | undefined,
): Promise<readonly ExistingIndicator[]> {
  const { evaluations } = await readOne(path, region === undefined ? {} : { region });
  const [only] = evaluations;
  const found =
    evaluations.find(({ name }) => name === project) ?? (evaluations.length === 1 ? only : undefined);
  if (found === undefined) throw new UsageError(`“${path}”中没有名为“${project}”的项目。`);
  return found.indicators.map((one) => ({
    level1: one.level1,
    level2: one.level2,
    name: one.name,
    points: one.points?.kind === "figure" ? exactNumber(one.points.value) : null,
  }));
}

async function review(path: string, command: IndicatorsCommand): Promise<number> {
  const disclosure = await readOne(path, command.region === undefined ? {} : { region: command.region });
  const { tiers } = editionOf(disclosure).scoring;
  const reviews = disclosure.evaluations.map((evaluation) => reviewIndicators(evaluation, tiers));
  await print(
    reviewsJson(reviews, disclosure.source),
    textReviews(reviews, disclosure.source, paint()),
    command,
  );
  return STATUS.fine;
}

async function duplicates(paths: readonly string[], command: IndicatorsCommand): Promise<number> {
  let status: number = STATUS.fine;
  const all: { readonly source: string; readonly evaluation: ProjectEvaluation }[] = [];
  for (const input of await findInputs(paths)) {
    const result = await readInput(input, command.region === undefined ? {} : { region: command.region });
    if (isFailure(result)) {
      status = STATUS.failed;
      tellFailure(result);
      continue;
    }
    const { source, evaluations } = result.disclosure;
    all.push(...evaluations.map((evaluation) => ({ source, evaluation })));
  }
  const found = findNearDuplicates(
    all.flatMap(({ source, evaluation }, form) => namedIndicators(evaluation, { source, form })),
  );
  await print(duplicatesJson(found), textDuplicates(found, all.length, paint()), command);
  return status;
}
