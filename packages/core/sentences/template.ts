// How an official sentence is described (DESIGN §3.5, §3.6.4): literal words with typed slots. A slot is an
// expression over addresses that knows its unit and decimals; alternatives carry guards, by which writing
// picks; reading picks by the words. One description writes the sentence, reads it and checks it.

import type { Derivation, FactAddress } from "../disclosure/address.ts";
import type { Unit } from "../figures/unit.ts";
import { countUnit, PERCENT, WAN_YUAN, YUAN } from "../figures/unit.ts";

/** Expression: what a figure says. `of` is the fact it speaks of; "$row" stands for the row of an `each`. */
export type Expression =
  | { readonly kind: "fact" | "change" | "changeRate" | "count"; readonly of: FactAddress }
  | { readonly kind: "share"; readonly of: FactAddress; readonly whole: FactAddress }
  | { readonly kind: "completion"; readonly of: FactAddress; readonly base: FactAddress };

/** Guard: a condition on facts under which an alternative is written. */
export type Guard =
  | { readonly kind: "always" }
  /** A wording that is read where others print it, and never written. */
  | { readonly kind: "never" }
  /** Change against the year before; "new" is a change from zero, which has no percentage. */
  | { readonly kind: "rises" | "falls" | "unchanged" | "new"; readonly of: FactAddress }
  | { readonly kind: "zero" | "nonzero"; readonly of: FactAddress }
  | { readonly kind: "above" | "below" | "equal"; readonly of: FactAddress; readonly base: FactAddress };

/** RowName: one row of a fixed list; `key` replaces "$row", the first name is the one written. */
export interface RowName {
  readonly key: string;
  readonly names: readonly string[];
  /** A row that is read where others print it, and never written. */
  readonly onlyRead?: true;
}

/** RowSet: what an `each` runs over: a fixed list, or the codes of a classification found by name. */
export type RowSet =
  | { readonly kind: "list"; readonly id: string; readonly rows: readonly RowName[] }
  /** `level` is what writing lists: 类, or each 项 with the 类 and 款 above it; reading takes any. */
  | {
      readonly kind: "function-codes";
      readonly id: "function-codes";
      readonly level?: "class" | "item";
      /** True where a class is written with the sign of its level: 教育支出（类）. */
      readonly marked?: true;
    }
  | { readonly kind: "economic-codes"; readonly id: "economic-codes" };

/** MarkKind: words that stand where a figure could: 持平, 大于/小于, 无此项收支. */
export type MarkKind = "same" | "compare" | "no-data";

export type FreeSlot = "reason" | "use" | "items";

export interface FigurePart {
  readonly kind: "figure";
  readonly expression: Expression;
  readonly unit: Unit;
  readonly decimals: number;
  /** True for what a form states itself: scores and rates; decimals that are zero are not printed. */
  readonly asStated?: boolean;
}

export type Part =
  /** Literal words; the first alternative is the one written. */
  | { readonly kind: "words"; readonly alternatives: readonly string[] }
  | { readonly kind: "year"; readonly offset: 0 | -1; readonly style: "年" | "年度" }
  | { readonly kind: "row-name"; readonly rows: RowSet }
  /** Number of a row in its list ("1、"), which reading needs not. */
  | { readonly kind: "ordinal" }
  /** The name of the unit whose report it is. */
  | { readonly kind: "unit-name" }
  /** Words that the document states elsewhere, such as a project's name or its grade. */
  | { readonly kind: "stated"; readonly of: FactAddress }
  | FigurePart
  | {
      readonly kind: "mark";
      readonly mark: MarkKind;
      readonly of: FactAddress;
      readonly base?: FactAddress;
      readonly written: string;
    }
  | { readonly kind: "free"; readonly slot: FreeSlot; readonly cues: readonly string[] }
  | { readonly kind: "optional"; readonly when: Guard; readonly parts: readonly Part[] }
  | {
      readonly kind: "choice";
      readonly alternatives: readonly { readonly when: Guard; readonly parts: readonly Part[] }[];
    }
  | {
      readonly kind: "each";
      readonly rows: RowSet;
      readonly when: Guard;
      readonly separator: string;
      readonly parts: readonly Part[];
    };

export type SentenceScope = "narrative" | "project-evaluation" | "department-evaluation";

/** SentenceTemplate: one official sentence. */
export interface SentenceTemplate {
  readonly id: string;
  readonly scope: SentenceScope;
  /** Headings under which it stands; the first is the one written. */
  readonly sections: readonly string[];
  readonly parts: readonly Part[];
}

type Slot = string | Part | readonly Part[];

/** Template literal: words and slots in the order of the sentence. */
export function t(words: TemplateStringsArray, ...slots: readonly Slot[]): readonly Part[] {
  return words.flatMap((text, index): readonly Part[] => {
    const slot = slots[index];
    return [
      ...wordsPart(text),
      ...(slot === undefined ? [] : typeof slot === "string" ? wordsPart(slot) : [slot].flat()),
    ];
  });
}

const wordsPart = (text: string): readonly Part[] =>
  text === "" ? [] : [{ kind: "words", alternatives: [text] }];

/** Other wordings of the same words; the first is written. */
export const either = (...alternatives: readonly string[]): Part => ({ kind: "words", alternatives });

const always: Guard = { kind: "always" };
export const onlyRead: Guard = { kind: "never" };
/** 2024年度 */
export const year: Part = { kind: "year", offset: 0, style: "年度" };
/** 2024年 */
export const plainYear: Part = { kind: "year", offset: 0, style: "年" };
/** 2023年 */
export const priorYear: Part = { kind: "year", offset: -1, style: "年" };
/** 2023年度 */
export const priorFullYear: Part = { kind: "year", offset: -1, style: "年度" };
/** 某市某局 */
export const unitName: Part = { kind: "unit-name" };
/** The name or the grade of what a sentence speaks of. */
export const stated = (of: FactAddress): Part => ({ kind: "stated", of });
/** 1、 */
export const ordinal: Part = { kind: "ordinal" };

const figure = (expression: Expression, unit: Unit, decimals: number): FigurePart => ({
  kind: "figure",
  expression,
  unit,
  decimals,
});

/** Amount in 万元 with two decimals. */
export const money = (of: FactAddress): FigurePart => figure({ kind: "fact", of }, WAN_YUAN, 2);
/** Amount in 元. */
export const yuan = (of: FactAddress): FigurePart => figure({ kind: "fact", of }, YUAN, 2);
/** A printed percentage that is itself the fact, such as 预算执行率. */
export const percent = (of: FactAddress, decimals = 2): FigurePart =>
  figure({ kind: "fact", of }, PERCENT, decimals);
/** A rate as a form prints it. */
export const formRate = (of: FactAddress): FigurePart => ({ ...percent(of), asStated: true });
/** Points of a score. */
export const points = (of: FactAddress): FigurePart => ({
  ...figure({ kind: "fact", of }, countUnit("分"), 2),
  asStated: true,
});
/** Number of things that a form itself prints as a fact, such as vehicles. */
export const number = (of: FactAddress, unit: string): FigurePart =>
  figure({ kind: "fact", of }, countUnit(unit), 0);
/** Number of things that only prose states. */
export const count = (of: FactAddress, unit: string): FigurePart =>
  figure({ kind: "count", of }, countUnit(unit), 0);
export const share = (of: FactAddress, whole: FactAddress): FigurePart =>
  figure({ kind: "share", of, whole }, PERCENT, 2);
const change = (of: FactAddress): FigurePart => figure({ kind: "change", of }, WAN_YUAN, 2);
/** Change of a number of things. */
export const changeOfCount = (of: FactAddress, unit: string): FigurePart =>
  figure({ kind: "change", of }, countUnit(unit), 0);
const changeRate = (of: FactAddress): FigurePart => figure({ kind: "changeRate", of }, PERCENT, 2);
export const completion = (of: FactAddress, base: FactAddress = { ...of, stage: "initial" }): FigurePart =>
  figure({ kind: "completion", of, base }, PERCENT, 2);

export const rowName = (rows: RowSet): Part => ({ kind: "row-name", rows });
export const optional = (parts: readonly Part[], when: Guard = always): Part => ({
  kind: "optional",
  when,
  parts,
});
export const choice = (
  ...alternatives: readonly { readonly when: Guard; readonly parts: readonly Part[] }[]
): Part => ({
  kind: "choice",
  alternatives,
});
export const each = (
  rows: RowSet,
  parts: readonly Part[],
  { when = always, separator = "；" }: { readonly when?: Guard; readonly separator?: string } = {},
): Part => ({ kind: "each", rows, when, separator, parts });

const same = (of: FactAddress, written = "相同", base?: FactAddress): Part => ({
  kind: "mark",
  mark: "same",
  of,
  written,
  ...(base === undefined ? {} : { base }),
});
export const noData = (of: FactAddress, written: string): Part => ({
  kind: "mark",
  mark: "no-data",
  of,
  written,
});
export const reason = (...cues: readonly string[]): Part => ({ kind: "free", slot: "reason", cues });
export const use = (...cues: readonly string[]): Part => ({ kind: "free", slot: "use", cues });
export const items = (...cues: readonly string[]): Part => ({ kind: "free", slot: "items", cues });

/** Words of a change clause: its subject, and what it is compared with (比上年度). */
export interface ChangeWords {
  readonly subject?: string;
  readonly compared?: string | Part | readonly Part[];
  readonly unchanged?: string | Part;
}

/** 增加…万元，增长…%, or 减少…, or 与上年相同; a change from zero carries no percentage. */
export const changeClause = (of: FactAddress, words: ChangeWords = {}): Part => {
  const { compared = either("", "比上年", "与上年相比"), unchanged = "与上年" } = words;
  const subject = either(words.subject ?? "", "");
  return choice(
    { when: { kind: "new", of }, parts: t`${subject}${compared}增加${change(of)}` },
    { when: { kind: "rises", of }, parts: t`${subject}${compared}增加${change(of)}，增长${changeRate(of)}` },
    { when: { kind: "falls", of }, parts: t`${subject}${compared}减少${change(of)}，下降${changeRate(of)}` },
    { when: { kind: "unchanged", of }, parts: t`${subject}${unchanged}${same(of, "持平")}` },
  );
};

/** 决算数大于/小于预算数的主要原因：…, or 决算数同预算数持平. */
export const budgetComparison = (of: FactAddress, base: FactAddress = { ...of, stage: "initial" }): Part => {
  const compare = (written: string): Part => ({ kind: "mark", mark: "compare", of, base, written });
  return choice(
    { when: { kind: "above", of, base }, parts: t`决算数${compare("大于")}预算数的${reason("主要原因：")}` },
    { when: { kind: "below", of, base }, parts: t`决算数${compare("小于")}预算数的${reason("主要原因：")}` },
    { when: { kind: "equal", of, base }, parts: t`决算数同预算数${same(of, "持平", base)}` },
  );
};

/** The derivation that a figure of this expression has in the published form. */
export const derivationOf = (expression: Expression): Derivation =>
  expression.kind === "fact" ? null : expression.kind;

/** The facts from which a figure follows. */
export function operandsOf(expression: Expression): readonly FactAddress[] {
  switch (expression.kind) {
    case "fact":
    case "count":
      return [expression.of];
    case "share":
      return [expression.of, expression.whole];
    case "completion":
      return [expression.of, expression.base];
    case "change":
    case "changeRate":
      return [expression.of, { ...expression.of, period: "prior" }];
  }
}

/** The address with "$row" replaced; everything else stays. */
export function withRow(address: FactAddress, key: string): FactAddress {
  const filled = Object.entries(address).map(
    ([name, value]) => [name, typeof value === "string" ? value.replace("$row", key) : value] as const,
  );
  // Reason: the entries are those of a FactAddress, with strings replaced by strings.
  return Object.fromEntries(filled) as unknown as FactAddress;
}
