import { comparePrintedName } from "../../../accounts/classification/printed-name.ts";
import type { Section } from "../../../document/section.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notChecked } from "../../finding.ts";
import type { CheckContext } from "../../rule.ts";
import { headingCore } from "./main-parts-stand-in-order.ts";
import { headingsOf, isContents, textsBelow } from "./printed-texts.ts";
import type { TextMatch } from "./printed-texts.ts";
import { accountsRule, matchOperands, quotations } from "./structure-rule.ts";

const MINIMUM_ENTRIES = 4;

interface Entry extends TextMatch {
  readonly core: string;
}

/** Words that a contents page leaves out of a heading: 其他重要事项说明 stands for 其他重要事项的情况说明. */
const FILLERS = /的|情况|关于|有关/gu;
/** Whether all tables are there is asked elsewhere, and does not hang on how their headings were printed. */
const TABLE = /表$/u;

const bare = (core: string): string => core.replace(FILLERS, "").replace(/["“”‘’]/gu, "");

function isPrinted(entry: Entry, cores: readonly string[]): boolean {
  const wanted = bare(entry.core);
  return cores.some(
    (core) => bare(core).includes(wanted) || comparePrintedName(bare(core), wanted) !== "different",
  );
}

/** The entries of the contents page: headings with a page number or dots behind them. */
function entriesOf(contents: readonly Section[]): readonly Entry[] {
  return contents.flatMap(textsBelow).flatMap((text) => {
    const match = /^(.{2,40}?)[.·…-]*\d{0,3}$/u.exec(text.plain);
    const core = headingCore(match?.[1] ?? "");
    if (core.length < 2) return [];
    const quote = text.quote(0, (match?.[1] ?? "").length);
    return [{ text, groups: [], index: 0, quote, place: text.at(0), core }];
  });
}

function check({ disclosure }: CheckContext): readonly CheckOutcome[] {
  const all = headingsOf(disclosure.outline);
  const contents = all.filter(({ section }) => isContents(section)).map(({ section }) => section);
  if (contents.length === 0) return [notChecked("目录", "未识别到目录页")];
  const inside = new Set(
    contents.flatMap((section) => headingsOf(section.children)).map(({ section }) => section),
  );
  const titles = disclosure.tables.map((table) => table.title);
  const cores = [
    ...all.filter(({ section }) => !inside.has(section)).map(({ section }) => section.heading),
    ...titles,
  ].map(headingCore);
  const entries = entriesOf(contents.slice(0, 1));
  const unmatched = entries.filter((entry) => !TABLE.test(entry.core) && !isPrinted(entry, cores));
  if (entries.length < MINIMUM_ENTRIES || unmatched.length * 4 > entries.length) {
    return [notChecked("目录", "目录页无法可靠识别")];
  }
  if (unmatched.length === 0) return [held("目录")];
  return [
    finding({
      subject: "目录",
      message: `目录所列${quotations(unmatched)}在正文中没有对应标题。`,
      advice: "请核对目录与正文标题，更新目录。",
      operands: matchOperands("目录条目", unmatched),
      sourceDoubt: true,
    }),
  ];
}

export const contentsMatchHeadings = accountsRule(
  {
    id: "contents-match-headings",
    code: "S-03",
    title: "目录应与正文标题一致",
    kind: "explain",
    severity: "hint",
    basis: `${DISCLOSURE_PROCEDURE}关于公开文本规范的要求`,
    needs: "可识别的目录页",
    example: { passes: "目录与正文标题一一对应", fails: "目录列有“七、会议费情况”，正文没有这一节" },
  },
  check,
);
