// 类、款、项 named in a chain: the 类 and the 款 are those that the 项 stands under.

import { functionCodes } from "../../../accounts/classification/function-classification.ts";
import { plainWords } from "../../../sentences/plain-words.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable } from "../../finding.ts";
import type { CheckContext, CheckRule } from "../../rule.ts";
import type { TextMatch } from "../structure/printed-texts.ts";
import { matchesIn, reportTexts } from "../structure/printed-texts.ts";
import { FUNCTION_TABLES } from "../tables/table-rule.ts";

const functionTables: ReadonlySet<string> = new Set(FUNCTION_TABLES);

const CHAIN = /([\p{Script=Han}、]{2,24})\(类\)([^()（）。]{2,40})\(款\)([^()（）。]{2,50})\(项\)/gu;

interface Named {
  readonly code: string;
  readonly name: string;
}

/** Codes that the document's own tables print, with their names; the official names besides. */
function namesOf({ disclosure }: CheckContext): readonly Named[] {
  return disclosure.tables
    .filter(({ concept }) => functionTables.has(concept))
    .flatMap(({ rows }) =>
      rows.flatMap(({ code, name }) =>
        code === null || name === null ? [] : [{ code, name: plainWords(name) }],
      ),
    );
}

const officialName = new Map(functionCodes.map(({ code, name }) => [code, plainWords(name)]));

const withoutLast = (name: string): string => name.replace(/支出$/u, "");

/** True when the words are the name of the code, as the table or the classification has it, or end with it. */
function isNameOf(printed: string, code: string, names: readonly Named[]): boolean {
  const shown = plainWords(printed);
  const known = [
    ...names.filter((one) => one.code === code).map(({ name }) => name),
    officialName.get(code) ?? "",
  ];
  return known.some(
    (name) => name !== "" && (shown.endsWith(name) || withoutLast(shown).endsWith(withoutLast(name))),
  );
}

function judge(match: TextMatch, names: readonly Named[]): CheckOutcome {
  const [top = "", section = "", item = ""] = match.groups;
  const items = names.filter(({ code, name }) => code.length === 7 && name === plainWords(item));
  const codes = [...new Set(items.map(({ code }) => code))];
  const named = `${item}（项）`;
  if (codes.length === 0) return notApplicable(named, "表中没有该科目");
  // Several 款 of a 类 have 项 of one name; the chain must fit one of them.
  const ofClass = codes.filter((code) => isNameOf(top, code.slice(0, 3), names));
  if (ofClass.some((code) => isNameOf(section, code.slice(0, 5), names))) return held(named);
  const right = ofClass[0] ?? codes[0] ?? "";
  const due = (length: 3 | 5): string => nameAt(right.slice(0, length), names);
  const isClass = ofClass.length === 0;
  return finding({
    subject: match.text.where,
    message: `“${match.text.where}”写“${isClass ? top : section}（${isClass ? "类" : "款"}）…${item}（项）”，决算表中${right} ${item}属于${due(3)}（类）${due(5)}（款）。`,
    advice: "请按决算表核对类、款、项的名称。",
    operands: [{ label: isClass ? "类" : "款", value: isClass ? top : section, place: match.place }],
    expected: isClass ? due(3) : due(5),
    actual: isClass ? top : section,
  });
}

const nameAt = (code: string, names: readonly Named[]): string =>
  functionCodes.find((one) => one.code === code)?.name ??
  names.find((one) => one.code === code)?.name ??
  code;

export const namedLevelsFollowTable: CheckRule = {
  id: "named-levels-follow-table",
  code: "N-41",
  title: "说明所列项级科目的类、款应与决算表一致",
  group: "narrative",
  kind: "logic",
  severity: "warning",
  basis: "《政府收支分类科目》：支出功能分类设类、款、项三级",
  needs: "按功能分类科目列示的表、情况说明",
  example: {
    passes: "住房保障支出（类）住房改革支出（款）住房公积金（项）",
    fails: "住房保障支出（类）住房保障支出（款）住房公积金（项）",
  },
  check: (context) => {
    // Most texts name no 项, and looking for whole chains in them takes long.
    const texts = reportTexts(context.disclosure).filter(({ plain }) => plain.includes("(项)"));
    const names = texts.length === 0 ? [] : namesOf(context);
    const chains = names.length === 0 ? [] : matchesIn(texts, CHAIN);
    return chains.length === 0
      ? [notApplicable(null, "说明未按类、款、项列示科目")]
      : chains.map((match) => judge(match, names));
  },
};
