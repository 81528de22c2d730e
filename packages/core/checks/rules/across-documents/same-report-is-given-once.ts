import type { Disclosure } from "../../../disclosure/disclosure.ts";
import { addressKey } from "../../../disclosure/address.ts";
import type { Statement } from "../../../disclosure/facts.ts";
import { compareIntervals, intervalOf } from "../../../figures/interval.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held } from "../../finding.ts";
import { operand } from "../project-evaluation/project-rule.ts";
import type { CheckContext } from "../../rule.ts";
import { acrossRule, belongToOneUnit } from "./document-parts.ts";

interface Pair {
  readonly first: CheckContext;
  readonly second: CheckContext;
}

interface Difference {
  readonly one: Statement;
  readonly other: Statement;
}

const SUBJECT = "重复材料";

function hasSameParts(a: Disclosure, b: Disclosure): boolean {
  if (a.kind !== b.kind || a.year !== b.year) return false;
  if (a.kind === "final-accounts") {
    const concepts = new Set(a.tables.map(({ concept }) => concept));
    return b.tables.filter(({ concept }) => concepts.has(concept)).length * 2 > concepts.size;
  }
  if (a.kind === "department-evaluation") return true;
  const names = new Set(a.evaluations.map(({ name }) => name));
  return names.size > 0 && b.evaluations.filter(({ name }) => names.has(name)).length * 2 > names.size;
}

function pairsOf(contexts: readonly CheckContext[]): readonly Pair[] {
  return contexts.flatMap((first, index) =>
    contexts
      .slice(index + 1)
      .filter((second) => hasSameParts(first.disclosure, second.disclosure) && belongToOneUnit(first, second))
      .map((second) => ({ first, second })),
  );
}

/** Facts of the tables that both versions print with figures that cannot be the same. */
function differencesOf({ first, second }: Pair): readonly Difference[] {
  const other = new Map(
    [...second.facts.all()].flatMap(([one]) =>
      one === undefined ? [] : [[addressKey(one.address), one] as const],
    ),
  );
  return [...first.facts.all()].flatMap(([one]) => {
    const same = one === undefined ? undefined : other.get(addressKey(one.address));
    if (one?.value.kind !== "figure" || same?.value.kind !== "figure") return [];
    const verdict = compareIntervals(intervalOf(one.value), intervalOf(same.value)).verdict;
    return verdict === "impossible" ? [{ one, other: same }] : [];
  });
}

function outcomeOf(pair: Pair): CheckOutcome {
  const { first, second } = pair;
  const differences = differencesOf(pair);
  const [worst] = differences;
  const sources = `${first.disclosure.source}与${second.disclosure.source}`;
  if (worst === undefined) {
    return finding({
      subject: SUBJECT,
      message: `${sources}是同一份材料，已合并核对，不重复计数。`,
      advice: "同一材料以一种格式为准公开即可。",
      severity: "hint",
      operands: [
        { label: "材料一", value: first.disclosure.source, place: { source: first.disclosure.source } },
        { label: "材料二", value: second.disclosure.source, place: { source: second.disclosure.source } },
      ],
    });
  }
  return finding({
    subject: SUBJECT,
    message: `${sources}是同一份材料的两个版本，有${differences.length}处数据不一致，如${worst.one.where}：${worst.one.value.raw}与${worst.other.value.raw}。`,
    advice: "请核对后统一两个版本的数据。",
    sourceDoubt: true,
    operands: differences.slice(0, 10).flatMap(({ one, other }) => [
      operand(`${first.disclosure.source} ${one.where}`, one.value, {
        source: first.disclosure.source,
        ...one.place,
      }),
      operand(`${second.disclosure.source} ${other.where}`, other.value, {
        source: second.disclosure.source,
        ...other.place,
      }),
    ]),
    expected: worst.one.value.raw,
    actual: worst.other.value.raw,
  });
}

export const sameReportIsGivenOnce = acrossRule(
  {
    id: "same-report-is-given-once",
    code: "C-10",
    title: "同一材料的不同格式数据应一致",
    kind: "explain",
    severity: "warning",
    basis: `${DISCLOSURE_PROCEDURE}关于公开内容真实、准确的要求`,
    needs: "同一单位同一年度的两份同类材料",
    example: { passes: "PDF与DOCX两种格式数据一致", fails: "PDF版收入总计1236.03，DOCX版1263.03" },
  },
  (contexts) => {
    const pairs = pairsOf(contexts);
    return pairs.length === 0 ? [held(SUBJECT)] : pairs.map(outcomeOf);
  },
);
