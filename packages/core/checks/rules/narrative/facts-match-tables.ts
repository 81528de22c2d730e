// Prose against tables: every figure of the explanation equals the cell that it states.

import type { FactAddress } from "../../../disclosure/address.ts";
import { findConcept } from "../../../accounts/concepts.ts";
import { addressKey } from "../../../disclosure/address.ts";
import type { CellValue, StatedFigure } from "../../../figures/figure.ts";
import { isNonZero } from "../../../figures/figure.ts";
import { add, cellInterval, compareIntervals, intervalOf, ZERO } from "../../../figures/interval.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import { ROUNDING_ADVICE, formatUnitGap } from "../../outcome-format.ts";
import type { CheckContext } from "../../rule.ts";
import type { NarrativeKind, ProseSubject } from "./narrative-rule.ts";
import { factName, proseOperand } from "./narrative-rule.ts";
import { narrativeCode, sectionTitle } from "./narrative-codes.ts";

export const factsMatchTables: NarrativeKind = {
  derived: null,
  describe: (template) => ({
    id: `${template.id}-figures-match-tables`,
    code: narrativeCode(template.id, "facts"),
    title: `${sectionTitle(template)}所列的数应与决算表一致`,
    kind: "logic",
    severity: "error",
    basis: "《地方预决算公开操作规程》（财预〔2016〕143号）：部门决算说明应与决算表数据一致",
    needs: "情况说明和决算公开表",
    example: {
      passes: "说明“支出合计1,236.03万元”，支出决算表合计1236.03",
      fails: "说明“支出合计1,263.03万元”，支出决算表合计1236.03",
    },
  }),
  judge,
};

function judge({ sentence, prose }: ProseSubject, context: CheckContext): CheckOutcome {
  const { figure, refersTo } = prose;
  const name = factName(refersTo, context);
  if (refersTo.stage !== undefined || refersTo.period !== undefined)
    return notApplicable(name, "决算表不列年初预算数或上年数");
  const table = context.facts.table(refersTo.concept);
  if (table === undefined) {
    return context.edition.tables.some((layout) => layout.concept === refersTo.concept)
      ? notChecked(sentence.section, "未读到对应的决算表")
      : notApplicable(sentence.section, "没有对应的决算表");
  }
  // An illegal number is a finding of its own (S-22); here it only cannot be compared.
  if (figure.kind === "unreadable") return notChecked(name, "说明中的数无法识别");
  const printed = printedOf(refersTo, figure, context);
  if (printed === undefined) {
    if (table.empty) return judgeAgainst({ sentence, prose }, context, { printed: null, figure });
    return notChecked(name, "表中没有对应的行");
  }
  return judgeAgainst({ sentence, prose }, context, { printed, figure });
}

/** The cell that prose states; of two lines for one matter the one that prints the figure. */
function printedOf(address: FactAddress, figure: StatedFigure, context: CheckContext): CellValue | undefined {
  const own = context.facts.inTable(address)?.value;
  const line = findConcept(address.concept)?.lines.find((one) => one.line === address.line)?.orLine;
  const other = line === undefined ? undefined : context.facts.inTable({ ...address, line })?.value;
  if (!isNonZero(other)) return own;
  if (!isNonZero(own)) return other;
  // A department with both kinds of unit states them together, or its own alone.
  const both = add(intervalOf(own), intervalOf(other));
  if (compareIntervals(intervalOf(figure), both).verdict === "impossible") return own;
  return { ...figure, place: own.place };
}

interface Printed {
  readonly printed: CellValue | null;
  readonly figure: StatedFigure;
}

function judgeAgainst(
  subject: Pick<ProseSubject, "sentence" | "prose">,
  context: CheckContext,
  { printed, figure }: Printed,
): CheckOutcome {
  const { sentence, prose } = subject;
  const name = factName(prose.refersTo, context);
  const expected = cellInterval(printed);
  if (expected === undefined) return notChecked(name, "表中的数无法识别");
  const result = compareIntervals(intervalOf(figure), expected ?? ZERO);
  if (result.verdict === "holds") return held(name);
  const unit = figure.unit;
  const due = printed?.kind === "figure" ? printed.value : "空白";
  const gap = formatUnitGap(
    result.gap,
    unit,
    Math.max(figure.decimals, printed?.kind === "figure" ? printed.decimals : 0),
  );
  const rounding = result.verdict === "rounding";
  return finding({
    subject: sentence.section,
    message: `“${sentence.section}”写${figure.raw}，${name}为${due}，相差${gap}${unit?.name ?? ""}${rounding ? "，可由四舍五入解释（尾差）" : ""}。`,
    advice: rounding ? ROUNDING_ADVICE : "请核对情况说明与决算表，使其一致。",
    operands: [
      proseOperand(`情况说明“${sentence.section}”`, figure),
      proseOperand(name, printed ?? { kind: "blank", raw: "", place: figure.place }),
    ],
    expected: printed?.kind === "figure" ? printed.value : null,
    actual: figure.value,
    gap,
    envelope: formatUnitGap(result.envelope, unit, figure.decimals + 1),
    severity: rounding ? "hint" : "error",
    cells: [addressKey(prose.refersTo), `prose|${addressKey(prose.refersTo)}|${figure.place.line ?? ""}`],
  });
}
