// What a figure of prose says, told by the template that read it: the same description that writes it.

import type { FactAddress } from "../../../disclosure/address.ts";
import { addressKey } from "../../../disclosure/address.ts";
import type { NarrativeSentence, ProseFigure } from "../../../disclosure/disclosure.ts";
import type { Expression, Part, SentenceTemplate } from "../../../sentences/template.ts";
import { derivationOf, withRow } from "../../../sentences/template.ts";

// The parts of templates are constants, and every figure of prose asks for their expressions.
const gathered = new WeakMap<readonly Part[], readonly Expression[]>();

/** All expressions of a template, those of alternatives and repeated parts too. */
export function expressionsOf(parts: readonly Part[]): readonly Expression[] {
  const known = gathered.get(parts) ?? gather(parts);
  gathered.set(parts, known);
  return known;
}

function gather(parts: readonly Part[]): readonly Expression[] {
  return parts.flatMap((part): readonly Expression[] => {
    switch (part.kind) {
      case "figure":
        return [part.expression];
      case "optional":
      case "each":
        return expressionsOf(part.parts);
      case "choice":
        return part.alternatives.flatMap((alternative) => expressionsOf(alternative.parts));
      default:
        return [];
    }
  });
}

const ROW = "$row";

/** The key that "$row" stands for when the symbolic address becomes the given one; null when it does not. */
function rowKey(symbolic: FactAddress, actual: FactAddress): string | null | undefined {
  if (addressKey(symbolic) === addressKey(actual)) return null;
  for (const name of ["code", "line", "column", "field"] as const) {
    const pattern = symbolic[name];
    const value = actual[name];
    if (typeof pattern !== "string" || !pattern.includes(ROW) || typeof value !== "string") continue;
    const [before = "", after = ""] = pattern.split(ROW);
    if (!value.startsWith(before) || !value.endsWith(after)) continue;
    const key = value.slice(before.length, value.length - after.length);
    if (addressKey(withRow(symbolic, key)) === addressKey(actual)) return key;
  }
  return undefined;
}

/** The expression that a figure of prose is, with its row filled in. */
export function expressionOf(template: SentenceTemplate, prose: ProseFigure): Expression | undefined {
  return allExpressionsOf(template, prose)[0];
}

/** All expressions that a figure of prose may be: other wordings may measure the same fact by another. */
export function allExpressionsOf(template: SentenceTemplate, prose: ProseFigure): readonly Expression[] {
  return expressionsOf(template.parts).flatMap((expression) => {
    if (derivationOf(expression) !== prose.derived) return [];
    const key = rowKey(expression.of, prose.refersTo);
    if (key === undefined) return [];
    return [key === null ? { ...expression, of: prose.refersTo } : filled(expression, key)];
  });
}

function filled(expression: Expression, key: string): Expression {
  const of = withRow(expression.of, key);
  if (expression.kind === "share") return { ...expression, of, whole: withRow(expression.whole, key) };
  if (expression.kind === "completion") return { ...expression, of, base: withRow(expression.base, key) };
  return { ...expression, of };
}

/** The figures of a sentence that state a derivation of a fact. */
export function figuresOf(
  sentence: NarrativeSentence,
  address: FactAddress,
  derived: ProseFigure["derived"],
): readonly ProseFigure[] {
  return indexOf(sentence).get(derivationKey(address, derived)) ?? [];
}

const derivationKey = (address: FactAddress, derived: ProseFigure["derived"]): string =>
  `${derived ?? ""}|${addressKey(address)}`;

// A sentence never changes once read, and every figure of it asks for the others.
const indexes = new WeakMap<NarrativeSentence, ReadonlyMap<string, readonly ProseFigure[]>>();

function indexOf(sentence: NarrativeSentence): ReadonlyMap<string, readonly ProseFigure[]> {
  const known =
    indexes.get(sentence) ??
    Map.groupBy(sentence.figures, ({ refersTo, derived }) => derivationKey(refersTo, derived));
  indexes.set(sentence, known);
  return known;
}
