import type { TableLayout } from "../../../forms/layout.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import type { CheckContext } from "../../rule.ts";
import { headingsOf, reportTexts } from "./printed-texts.ts";
import { accountsRule } from "./structure-rule.ts";

function titlesOf(layout: TableLayout): readonly string[] {
  return [layout.title, ...layout.otherTitles].map((title) => title.replace(/\s+/gu, ""));
}

/** The title stands in the body although no table was read under it: then the reading failed, not the author. */
function isNamedInBody(layout: TableLayout, { disclosure }: CheckContext): boolean {
  const headings = headingsOf(disclosure.outline).map(({ section }) => section.heading.replace(/\s+/gu, ""));
  const lines = reportTexts(disclosure).filter(
    ({ where, plain }) => plain.length <= 40 && !/目录/u.test(where),
  );
  return titlesOf(layout).some(
    (title) =>
      headings.some((heading) => heading.endsWith(title)) || lines.some(({ plain }) => plain.endsWith(title)),
  );
}

function missingOutcome(missing: readonly TableLayout[], context: CheckContext): CheckOutcome {
  const names = missing.map(({ label, title }) => `${label ?? ""}${title}`);
  // Only the edition of a place says for sure which tables the place prints.
  const isSure = context.edition.divisions.length > 0 && context.edition.verified;
  return finding({
    subject: "决算表",
    message: `未见${names.join("、")}，应公开${distinctConcepts(context).length}张表，现识别到${context.disclosure.tables.length}张。`,
    advice: "请补齐缺少的表格；没有数据的也应列出空表并说明。",
    operands: names.map((name) => ({ label: "缺少", value: name, place: {} })),
    expected: String(distinctConcepts(context).length),
    actual: String(context.disclosure.tables.length),
    ...(isSure ? {} : { severity: "warning", sourceDoubt: true }),
  });
}

function distinctConcepts({ edition }: CheckContext): readonly string[] {
  return [...new Set(edition.tables.map(({ concept }) => concept))];
}

function check(context: CheckContext): readonly CheckOutcome[] {
  const { disclosure, edition, facts } = context;
  if (edition.tables.length === 0) return [notApplicable(null, "本地区未规定表样")];
  if (disclosure.tables.length === 0) return [notChecked("决算表", "未识别到任何决算表")];
  const absent = distinctConcepts(context).flatMap((concept) => {
    const layout = edition.tables.find((one) => one.concept === concept);
    return layout === undefined || facts.table(concept) !== undefined ? [] : [layout];
  });
  const unread = absent.filter((layout) => isNamedInBody(layout, context));
  const missing = absent.filter((layout) => !unread.includes(layout));
  const outcomes = unread.map((layout) => notChecked(layout.title, "见到表名，但表格未能识别"));
  if (missing.length * 2 > distinctConcepts(context).length) {
    return [
      ...outcomes,
      notChecked("决算表", `只识别到${disclosure.tables.length}张决算表，其余可能未能识别`),
    ];
  }
  if (missing.length > 0) return [...outcomes, missingOutcome(missing, context)];
  return [...outcomes, held("决算表")];
}

export const allTablesArePublished = accountsRule(
  {
    id: "all-tables-are-published",
    code: "S-04",
    title: "规定的决算表应全部公开，无数据的也应列出",
    kind: "logic",
    severity: "error",
    basis: `${DISCLOSURE_PROCEDURE}关于公开表格的规定`,
    needs: "本地区表样、决算表",
    example: {
      passes: "公开01至公开10表齐全，其中基金表为空表并有说明",
      fails: "没有政府性基金预算财政拨款收入支出决算表",
    },
  },
  check,
);
