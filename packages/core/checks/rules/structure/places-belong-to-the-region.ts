import { ancestors } from "../../../regions/gazetteer/divisions.ts";
import type { Division } from "../../../regions/gazetteer/divisions.ts";
import type { PlaceMention } from "../../../regions/gazetteer/place-mentions.ts";
import { findDivisionsInText } from "../../../regions/gazetteer/place-mentions.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notChecked } from "../../finding.ts";
import type { CheckContext } from "../../rule.ts";
import { headingsOf } from "./printed-texts.ts";
import { structureRule } from "./structure-rule.ts";
import type { PrintedName } from "./unit-names.ts";
import { formNames, reportNames } from "./unit-names.ts";

interface Stranger {
  readonly name: string;
  readonly stated: PrintedName;
}

/** Cover, headings and unit cells: people travel, and prose may name any place. */
function stated({ disclosure }: CheckContext): readonly PrintedName[] {
  const annex = disclosure.departmentEvaluation?.unit ?? null;
  return [
    { text: disclosure.title, place: {}, where: "标题" },
    ...reportNames(disclosure),
    ...formNames(disclosure),
    ...(annex === null ? [] : [{ text: annex.text, place: annex.place, where: "附表部门名称" }]),
    ...headingsOf(disclosure.outline)
      .filter(({ section }) => section.heading.length <= 40)
      .map(({ section }) => ({ text: section.heading, place: section.place, where: "标题" })),
  ];
}

function isRelated(division: Division, code: string): boolean {
  const above = new Set(ancestors(code).map((one) => one.code));
  const lineage = [division.code, ...ancestors(division.code).map((one) => one.code)];
  return division.code === code || above.has(division.code) || lineage.includes(code);
}

function isForeign(mention: PlaceMention, text: string, code: string): boolean {
  const before = text.slice(Math.max(0, mention.index - 2), mention.index);
  if (/[驻援赴]$|对口|帮扶/u.test(before)) return false;
  return ![mention.division, ...mention.otherReadings].some((division) => isRelated(division, code));
}

function check(context: CheckContext): readonly CheckOutcome[] {
  const { code, name } = context.disclosure.region;
  if (code === null) return [notChecked("地区名称", "未识别到所属地区")];
  const strangers = stated(context).flatMap((one): readonly Stranger[] => {
    const text = one.text.replace(/\s+/gu, "");
    return findDivisionsInText(text)
      .filter((mention) => isForeign(mention, text, code))
      .map((mention) => ({ name: mention.name, stated: one }));
  });
  const byName = Map.groupBy(strangers, (stranger) => stranger.name);
  if (byName.size === 0) return [held("地区名称")];
  return [...byName].map(([place, found]) =>
    finding({
      subject: "地区名称",
      message: `${found[0]?.stated.where ?? ""}“${found[0]?.stated.text ?? ""}”出现其他地区名称“${place}”，共${found.length}处；本单位属${name ?? code}。`,
      advice: "请核对原件：如印文确为其他地区，请更正；可能套用了外地模板，也可能是印章遮盖所致。",
      operands: found
        .slice(0, 10)
        .map(({ stated: one }) => ({ label: one.where, value: one.text, place: one.place })),
      expected: name,
      actual: place,
      sourceDoubt: true,
    }),
  );
}

export const placesBelongToTheRegion = structureRule(
  {
    id: "places-belong-to-the-region",
    code: "S-07",
    title: "封面、标题和单位名称中的地名应属本地区",
    kind: "explain",
    severity: "warning",
    basis: `${DISCLOSURE_PROCEDURE}关于公开内容真实、准确的要求`,
    needs: "所属地区、封面、标题、单位名称栏",
    example: {
      passes: "乙市丙区的单位名称栏写“乙市丙区某局”",
      fails: "乙市丙区的单位名称栏写“丁市丙区某局”",
    },
  },
  check,
);
