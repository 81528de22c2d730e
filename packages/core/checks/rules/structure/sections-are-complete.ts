// The sections that the place's form has for the explanation: each is there, in the form's order.

import { comparePrintedName } from "../../../accounts/classification/printed-name.ts";
import { isEntered } from "../../../disclosure/entered.ts";
import type { OutlineSection } from "../../../forms/report-outline.ts";
import { sectionsOf } from "../../../forms/report-outline.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import type { CheckContext } from "../../rule.ts";
import { headingCore } from "./main-parts-stand-in-order.ts";
import { headingsOf, reportTexts, WRITTEN_FROM_ENTRIES } from "./printed-texts.ts";
import { accountsRule } from "./structure-rule.ts";

interface Due {
  readonly heading: string;
  readonly headings: readonly string[];
  readonly sentences: readonly string[];
}

/** Sections of the form that hold official sentences, with all headings under which they are printed. */
function dueSections({ edition }: CheckContext): readonly Due[] {
  return sectionsOf(edition.report).flatMap(({ headings, contents }: OutlineSection) => {
    const ids = contents.flatMap((one) => (one.kind === "sentence" ? [one.id] : []));
    if (ids.length === 0) return [];
    const printed = edition.sentences
      .filter(({ id }) => ids.includes(id))
      .flatMap(({ sections }) => sections);
    return [
      { heading: headings[0] ?? "", headings: [...headings, ...printed].map(headingCore), sentences: ids },
    ];
  });
}

function isThere(due: Due, context: CheckContext, cores: readonly string[]): boolean {
  // A heading that is another section's is not this one's, however alike (收入决算情况说明, 支出决算情况说明).
  const others = new Set(
    sectionsOf(context.edition.report).flatMap(({ headings }) => headings.map(headingCore)),
  );
  const free = cores.filter((core) => due.headings.includes(core) || !others.has(core));
  return (
    free.some((core) => due.headings.some((heading) => isNearly(core, heading))) ||
    // A heading that was read as text.
    reportTexts(context.disclosure).some(({ plain }) =>
      due.headings.some((heading) => plain.startsWith(heading)),
    )
  );
}

/** Where headings were hardly read, the sentences tell what is there. */
const isRead = (due: Due, { disclosure }: CheckContext): boolean =>
  disclosure.narrative.some(({ template }) => due.sentences.includes(template));

const isNearly = (core: string, heading: string): boolean =>
  core === heading || comparePrintedName(core, heading) !== "different";

function check(context: CheckContext): readonly CheckOutcome[] {
  const { disclosure, edition } = context;
  if (isEntered(disclosure)) return [notApplicable(null, WRITTEN_FROM_ENTRIES)];
  if (edition.divisions.length === 0) return [notApplicable(null, "本地区未收录情况说明的格式")];
  const due = dueSections(context);
  const headings = headingsOf(disclosure.outline);
  const cores = headings.map(({ section }) => headingCore(section.heading));
  const exact = due.filter((one) => cores.some((core) => one.headings.includes(core))).length;
  const areHeadingsRead = exact * 4 >= due.length * 3;
  const missing = due.filter(
    (one) => !isThere(one, context, cores) && (areHeadingsRead || !isRead(one, context)),
  );
  if (missing.length * 3 > due.length) return [notChecked(null, "情况说明的标题未能识别")];
  const place = headings[0]?.section.place ?? {};
  const outcomes: CheckOutcome[] = missing.map(({ heading }) =>
    finding({
      subject: "情况说明",
      message: `情况说明缺少“${heading}”。`,
      advice: "请按规定格式补充；没有该项收支的，也应说明。",
      operands: [{ label: "缺少的内容", value: heading, place }],
    }),
  );
  const places = due.flatMap(({ heading, headings: names }) => {
    const at = cores.findIndex((core) => names.includes(core));
    return at === -1 ? [] : [{ heading, at }];
  });
  const late = places.find(({ at }, order) => at < (places[order - 1]?.at ?? -1));
  if (late !== undefined) {
    outcomes.push(
      finding({
        subject: "情况说明",
        message: `情况说明中“${late.heading}”的位置与规定格式不符。`,
        advice: "请核对标题与内容，按规定顺序排列。",
        operands: [{ label: "标题", value: late.heading, place: headings[late.at]?.section.place ?? place }],
      }),
    );
  }
  return outcomes.length === 0 ? [held("情况说明")] : outcomes;
}

export const sectionsAreComplete = accountsRule(
  {
    id: "sections-are-complete",
    code: "S-26",
    title: "情况说明应包括规定格式的各项内容并按序排列",
    kind: "logic",
    severity: "warning",
    basis: `${DISCLOSURE_PROCEDURE}关于公开内容的规定`,
    needs: "情况说明的标题",
    example: { passes: "依次有收入、支出、财政拨款等各节", fails: "没有“政府采购支出情况”一节" },
  },
  check,
);
