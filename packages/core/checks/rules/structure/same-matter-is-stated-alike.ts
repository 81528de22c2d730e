import type { FactAddress, Derivation } from "../../../disclosure/address.ts";
import { addressKey } from "../../../disclosure/address.ts";
import type { NarrativeSentence, ProseFigure } from "../../../disclosure/disclosure.ts";
import type { StatedFigure } from "../../../figures/figure.ts";
import { compareIntervals, intervalOf } from "../../../figures/interval.ts";
import { allSentences } from "../../../regions/index.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notChecked } from "../../finding.ts";
import { formatUnitGap } from "../../outcome-format.ts";
import type { CheckContext } from "../../rule.ts";
import { isBorneOut } from "../narrative/stated-subject.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import { accountsRule } from "./structure-rule.ts";

/** A sentence prints the unit with its figure; figures without one come from a table that was read as text. */
const PRINTS_UNIT = /[元%％﹪]$/u;

interface ProseStatement {
  readonly figure: StatedFigure;
  readonly read: NarrativeSentence;
  readonly prose: ProseFigure;
  readonly address: FactAddress;
  readonly derived: Derivation;
}

/** What prose states of one fact, by fact and by what is said of it. */
function statementsByMatter({ disclosure }: CheckContext): ReadonlyMap<string, readonly ProseStatement[]> {
  const statements = disclosure.narrative
    .filter(({ evaluation }) => evaluation === null)
    .flatMap((read) =>
      read.figures.flatMap((prose): readonly ProseStatement[] => {
        const { figure, refersTo, derived, direction } = prose;
        return figure.kind === "figure" &&
          derived !== "count" &&
          direction !== 0 &&
          PRINTS_UNIT.test(figure.raw)
          ? [{ figure, read, prose, address: refersTo, derived }]
          : [];
      }),
    );
  return Map.groupBy(statements, ({ address, derived, figure }) =>
    [addressKey(address), derived ?? "", figure.unit?.dimension ?? ""].join("|"),
  );
}

function judge(statements: readonly ProseStatement[], context: CheckContext): CheckOutcome | undefined {
  const [first, ...others] = statements;
  if (first === undefined || others.length === 0) return undefined;
  // Where a table prints the fact, each sentence is compared with the table instead.
  if (first.derived === null && context.facts.inTable(first.address) !== undefined) return undefined;
  const other = others.find(
    ({ figure }) => compareIntervals(intervalOf(figure), intervalOf(first.figure)).verdict === "impossible",
  );
  const { section } = first.read;
  if (other === undefined) return held(section);
  if (![first, other].every((one) => saysSo(one, context)))
    return notChecked(section, "说明文字所指的项目不能确定");
  const unit = first.figure.unit?.name ?? "";
  const gap = other.figure.millionths - first.figure.millionths;
  return finding({
    subject: section,
    message: `同一事项前后表述不一致：“${section}”写${first.figure.value}${unit}（${excerpt(first)}），“${other.read.section}”写${other.figure.value}${unit}（${excerpt(other)}）。`,
    advice: "请核对两处数据，统一为正确数。",
    operands: [
      operand(section, first.figure, first.figure.place),
      operand(other.read.section, other.figure, other.figure.place),
    ],
    expected: first.figure.value,
    actual: other.figure.value,
    gap: formatUnitGap(gap, first.figure.unit, Math.max(first.figure.decimals, other.figure.decimals)),
    cells: [addressKey(first.address)],
  });
}

function saysSo({ prose, read }: ProseStatement, { disclosure }: CheckContext): boolean {
  const template = allSentences.find(({ id }) => id === read.template);
  return template === undefined || isBorneOut(prose, read, template, disclosure);
}

function excerpt({ read }: ProseStatement): string {
  const text = read.sentence.replace(/\s+/gu, "");
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}

function check(context: CheckContext): readonly CheckOutcome[] {
  if (context.disclosure.narrative.length === 0) return [notChecked(null, "未识别到情况说明")];
  const outcomes = [...statementsByMatter(context).values()].flatMap(
    (statements) => judge(statements, context) ?? [],
  );
  return outcomes.length === 0 ? [held("情况说明")] : outcomes;
}

export const sameMatterIsStatedAlike = accountsRule(
  {
    id: "same-matter-is-stated-alike",
    code: "N-34",
    title: "同一事项在说明中前后应一致",
    kind: "explain",
    severity: "warning",
    basis: `${DISCLOSURE_PROCEDURE}关于公开内容真实、准确的要求`,
    needs: "情况说明",
    example: {
      passes: "两处均写较上年增加590.70万元",
      fails: "一处写年初预算1,261.95万元，另一处写1,216.95万元",
    },
  },
  check,
);
