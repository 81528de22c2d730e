import type { Place } from "../../../document/document.ts";
import { DISCLOSURE_PROCEDURE } from "../../basis.ts";
import type { CheckOutcome } from "../../finding.ts";
import { finding, held, notApplicable, notChecked } from "../../finding.ts";
import type { CheckContext } from "../../rule.ts";
import {
  boxText,
  headingsOf,
  isContents,
  matchesIn,
  reportTexts,
  sentenceAround,
  textsBelow,
} from "./printed-texts.ts";
import { structureRule } from "./structure-rule.ts";

interface Stray {
  readonly year: string;
  readonly quote: string;
  readonly place: Place;
}

const YEAR = /(?<!\d)(20\d{2})年/u;

/** The matters that open a sentence about the year reported. */
const MATTER =
  '(?:收入总计|支出总计|收入支出总计|财政拨款收入支出总计|政府采购金额|预算绩效管理工作|无(?:政府性基金|国有资本|机关运行|“三公”|"三公")|收入合计|支出合计|财政拨款收入总计|财政拨款支出总计|财政拨款基本支出|一般公共预算财政拨款|“?三公”?经费|"三公"经费|机关运行经费支出|政府采购支出总额)';
/** A sentence of this year's accounts begins with its year and its matter. */
const CURRENT_STATEMENT = new RegExp(
  `(?:^|(?<=。))[(（]?[一二三四五六七八九十\\d]*[)、.]?(?:\\p{Script=Han}[\\p{Script=Han}()]{3,40})?(20\\d{2})年度?${MATTER}`,
  "gu",
);
const STOCK_DATE = /截至(20\d{2})年12月31日[^。;]{0,50}车辆/gu;
/** A part named in a line of its own: …局2024年度部门决算表. */
const PART_TITLE =
  /^\p{Script=Han}[\p{Script=Han}()]{3,40}(20\d{2})年度?(?:部门|单位)决算(?:表|情况说明)?$/gu;
const COMPARED_TO = /与(20\d{2})年度?相比/gu;
/** A year that lost a digit, or has one too many. */
const BROKEN_YEAR = /(?<![\d.])((?:20|19)\d|20\d{3})年度/gu;
const COMPARED_YEAR = /比(20\d{2})年度?(?:[^。;,]{0,12})?(?:增加|减少|增长|下降|持平)/gu;

/** Years of another report in headings of the report's own outline, not in those of attachments. */
function headingYears({ disclosure }: CheckContext, year: number): readonly Stray[] {
  return headingsOf(disclosure.outline).flatMap(({ section, path }) => {
    const heading = section.heading.replace(/\s+/gu, "");
    const found = YEAR.exec(heading)?.[1];
    const isOfficial =
      /决算|预算|概况|情况说明/u.test(heading) &&
      !/附件|方案|办法|规定|通知|规划|号/u.test([...path, heading].join());
    if (found === undefined || found === String(year) || !isOfficial || heading.length > 40) return [];
    return [{ year: found, quote: section.heading.trim(), place: section.place }];
  });
}

/** Years in the lines of the contents page, which name the report's parts as its headings do. */
function contentsYears({ disclosure }: CheckContext, year: number): readonly Stray[] {
  const lines = disclosure.outline.filter(isContents).flatMap(textsBelow);
  return matchesIn(lines, /(?<!\d)(20\d{2})年(?=度?[^。;]{0,20}(?:决算|概况|情况说明))/gu)
    .filter(({ groups }) => groups[0] !== String(year))
    .map((match) => ({ year: match.groups[0] ?? "", quote: sentenceAround(match, 40), place: match.place }));
}

function tableYears({ disclosure }: CheckContext, year: number): readonly Stray[] {
  return disclosure.tables.flatMap((table) => {
    const found = /20\d{2}/u.exec(table.printedYear ?? "")?.[0];
    if (found === undefined || found === String(year)) return [];
    return [{ year: found, quote: `${table.title}表头“${table.printedYear ?? ""}”`, place: table.place }];
  });
}

function statementYears({ disclosure }: CheckContext, year: number): readonly Stray[] {
  const texts = reportTexts(disclosure);
  const current = [CURRENT_STATEMENT, STOCK_DATE, PART_TITLE, BROKEN_YEAR];
  const own = current
    .flatMap((pattern) => matchesIn(texts, pattern))
    .filter(({ groups }) => groups[0] !== String(year));
  const compared = [COMPARED_YEAR, COMPARED_TO]
    .flatMap((pattern) => matchesIn(texts, pattern))
    .filter(({ groups }) => groups[0] !== String(year - 1) && Math.abs(Number(groups[0]) - year) <= 3);
  return [...own, ...compared].map((match) => ({
    year: match.groups[0] ?? "",
    quote: sentenceAround(match, 40),
    place: match.place,
  }));
}

function evaluationYears({ disclosure }: CheckContext, year: number): readonly CheckOutcome[] {
  return disclosure.evaluations.flatMap((evaluation) => {
    if (evaluation.year !== null && evaluation.year !== year) {
      return [
        outcomeOf(
          [{ year: String(evaluation.year), quote: evaluation.name, place: evaluation.place }],
          year,
          `项目“${evaluation.name}”`,
        ),
      ];
    }
    return staleGoal(
      evaluation.goal === null ? [] : [boxText("", evaluation.goal)],
      year,
      `项目“${evaluation.name}”`,
    );
  });
}

/** A goal that opens with a former year and never names its own. */
function staleGoal(
  goals: Parameters<typeof matchesIn>[0],
  year: number,
  subject: string,
): readonly CheckOutcome[] {
  const named = matchesIn(
    goals,
    /(?<![\d\-至—])(20\d{2})年(?!.{0,16}(?:号|规划|以来|起|尾款|欠款|质保金|余款|文件))/gu,
  );
  const opens = named.filter(
    ({ index, groups }) => index <= 4 && Number(groups[0]) < year && Number(groups[0]) >= year - 3,
  );
  if (opens.length === 0 || goals.some(({ plain }) => plain.includes(String(year)))) return [];
  const strays = opens.map((match) => ({
    year: match.groups[0] ?? "",
    quote: sentenceAround(match, 30),
    place: match.place,
  }));
  return [outcomeOf(strays, year, subject, true)];
}

function outcomeOf(
  strays: readonly Stray[],
  year: number,
  subject: string,
  sourceDoubt = false,
): CheckOutcome {
  const list = strays.slice(0, 3).map(({ year: found, quote }) => `${found}年（“${quote}”）`);
  return finding({
    subject,
    message: `${subject}为${year}年度材料，却出现${list.join("、")}${strays.length > 3 ? `等${strays.length}处` : ""}，疑似沿用往年文本。`,
    advice: "请核对年份，更正沿用的往年文字和数据。",
    operands: strays.slice(0, 10).map(({ year: found, place }) => ({ label: "年份", value: found, place })),
    expected: String(year),
    actual: strays[0]?.year ?? null,
    sourceDoubt,
  });
}

function check(context: CheckContext): readonly CheckOutcome[] {
  const { year } = context.disclosure;
  if (year === null) return [notChecked(null, "未识别到报告年度")];
  const strays = [
    ...headingYears(context, year),
    ...contentsYears(context, year),
    ...tableYears(context, year),
    ...statementYears(context, year),
  ];
  const evaluations = evaluationYears(context, year);
  if (strays.length > 0) return [outcomeOf(strays, year, "公开报告"), ...evaluations];
  if (evaluations.length > 0) return evaluations;
  const isEmpty = context.disclosure.outline.length === 0 && context.disclosure.evaluations.length === 0;
  return [isEmpty ? notApplicable(null, "无正文和自评表") : held("年份")];
}

export const yearsBelongToTheReport = structureRule(
  {
    id: "years-belong-to-the-report",
    code: "Y-08",
    title: "标题和本年数据的表述应为报告年度",
    kind: "explain",
    severity: "warning",
    basis: `${DISCLOSURE_PROCEDURE}关于公开内容真实、准确的要求`,
    needs: "报告年度、正文",
    example: {
      passes: "2024年度报告写“2024年机关运行经费支出15.72万元，比2023年减少0.60万元”",
      fails: "2024年度报告写“截至2023年12月31日，本部门共有车辆2辆”",
    },
  },
  check,
);
