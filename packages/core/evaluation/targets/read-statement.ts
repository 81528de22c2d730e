// Reads what a cell of 指标值 or 完成值 says, from the value as recognition has read it.

import { halfWidthText, withoutSpace } from "../../figures/normalize.ts";
import { remembered } from "../../figures/remembered.ts";
import { decimalOfDigits } from "../../figures/whole-number.ts";
import { comparatorOf } from "../indicator-value.ts";
import type { IndicatorValue } from "../project-evaluation.ts";
import { measureOf } from "./measure.ts";
import { readList } from "./read-list.ts";
import { readQuantity } from "./read-quantity.ts";
import { readTime } from "./read-time.ts";
import type { Statement } from "./statement.ts";

const BLANK: Statement = { kind: "blank" };
const UNREADABLE: Statement = { kind: "unreadable" };
/** Forms whose words are remembered: as many as one large document has, few enough to cost no memory to speak of. */
const FORMS = { entries: 1024, longest: 96 };

/** "50余人", "20多场": the word belongs to the figure, not to its unit. */
const ROUGH = /^[余多]./u;
const NONE = /^(?:无|没有|零|未发生|未出现|无发生|没有发生|零发生)$/u;

/** The statement of a target or result. */
export function readStatement(value: IndicatorValue | null): Statement {
  if (value === null || value.raw === "") return BLANK;
  if (value.unreadable) return UNREADABLE;
  // Value and unit as recognition settled them: a misread unit is mended there, not in the text.
  if (value.value === null) return inWords(value.raw);
  const { measure, isRough } = value.unit === null ? NO_UNIT : unitOf(value.unit);
  return {
    kind: "quantity",
    comparator: value.comparator,
    value: decimalOfDigits(value.value),
    measure,
    change: null,
    approximate: isRough,
  };
}

const NO_UNIT = { measure: null, isRough: false } as const;

const unitOf = remembered((unit) => {
  const isRough = ROUGH.test(unit);
  return { measure: measureOf(isRough ? unit.slice(1) : unit), isRough };
});

/** The text after the comparator, without blanks. */
export function afterSign(raw: string): string {
  return withoutSign(withoutSpace(halfWidthText(raw)));
}

const withoutSign = (text: string): string => (comparatorOf(text) === null ? text : text.slice(1));

const inWords: (raw: string) => Statement = remembered((raw) => {
  const text = withoutSpace(halfWidthText(raw));
  const words = withoutSign(text).replace(/[。;]$/u, "");
  return (
    readTime(words) ??
    readQuantity(text) ??
    readList(text) ?? { kind: "words", text: words, saysNone: NONE.test(words) }
  );
}, FORMS);
