// Signals in texts: the same wording in evaluations of different units, or of different projects of one unit.

import { PRACTICE } from "../definitions/practice.ts";
import { worstFirst } from "../count-signal.ts";
import type { EvaluationExtract } from "../evaluation-extract.ts";
import { EXTRACTED_TEXTS } from "../evaluation-extract.ts";
import { plainProjectName } from "../prior-years.ts";
import type { Signal, SignalDescription, SignalGroup } from "../signal.ts";
import { memberOf, namedFigures } from "../signal.ts";
import { sharedPassage } from "./shared-passage.ts";
import type { ComparedTexts, TextCluster } from "./text-clusters.ts";
import { compareTexts } from "./text-clusters.ts";

const METHOD =
  "同一类文字（绩效目标、完成情况、实施情况、偏差原因、存在问题、改进措施、经验做法）去掉数字和标点后，按每八个字的字串比较，相同字串占六成以上的归为一组。";
const SILENCE =
  "不足 25 字的文字不比较；单位达到 10 个时，四成以上单位都用的通用表述先行扣除。同一单位同一项目不同年度之间的相同不计。";

const BETWEEN_UNITS: SignalDescription = {
  id: "same-text-between-units",
  title: "不同单位的文字雷同",
  why: "不同单位、不同项目的目标、成效或问题写得一样，可能是互相抄写或套用模板。",
  basis: PRACTICE,
  method: METHOD,
  silence: SILENCE,
  counts: "text",
};

const WITHIN_UNIT: SignalDescription = {
  id: "same-text-within-unit",
  title: "同一单位不同项目的文字雷同",
  why: "不同项目的目标、成效或问题写得一样，自评可能没有逐项目开展。",
  basis: PRACTICE,
  method: METHOD,
  silence: `${SILENCE}一组不足 3 份自评的不列。`,
  counts: "text",
};
/** Two projects of a unit may well have the same problem. */
const WITHIN_UNIT_MINIMUM = 3;

/** The signals in texts of evaluations that are in order. */
export function textSignals(extracts: readonly EvaluationExtract[]): readonly Signal[] {
  const compared = compareTexts(extracts);
  const between = compared.clusters.filter((cluster) => unitsOf(cluster) >= 2);
  const within = compared.clusters.filter(
    (cluster) => unitsOf(cluster) === 1 && projectsOf(cluster) >= WITHIN_UNIT_MINIMUM,
  );
  return [signalOf(BETWEEN_UNITS, between, compared), signalOf(WITHIN_UNIT, within, compared)];
}

function unitsOf({ members }: TextCluster): number {
  return new Set(members.map(({ extract }) => extract.unit.key)).size;
}

/** Projects by name; forms of one source are different projects whatever their names. */
function projectsOf({ members }: TextCluster): number {
  const names = new Set(members.map(({ extract }) => plainProjectName(extract.project)));
  const bySource = Map.groupBy(members, ({ extract }) => extract.source);
  return Math.max(names.size, ...[...bySource.values()].map(({ length }) => length));
}

function signalOf(
  description: SignalDescription,
  clusters: readonly TextCluster[],
  { compared, notJudged }: ComparedTexts,
): Signal {
  const groups = clusters.map(groupOf).toSorted(worstFirst);
  return {
    ...description,
    groups,
    shown: groups.reduce((sum, { shown }) => sum + shown, 0),
    judged: compared,
    apart: [],
    notJudged,
    silentGroups: 0,
    figures: [],
    charts: [],
  };
}

function groupOf(cluster: TextCluster): SignalGroup {
  const { members, name } = cluster;
  const [first, second] = members;
  const units = unitsOf(cluster);
  const where = units === 1 ? (first?.extract.unit.name ?? "") : `${units} 个单位`;
  const alike = members.reduce((sum, member) => sum + member.likeness, 0);
  return {
    key: `${first?.extract.unit.key ?? ""}|${first?.extract.source ?? ""}|${first?.extract.number ?? 0}|${name}`,
    name: `${EXTRACTED_TEXTS[name]}：${where}，${members.length} 份自评`,
    year: null,
    strength: Math.round(alike / (members.length + 2)),
    shown: members.length,
    judged: members.length,
    passage: first && second ? sharedPassage(first.text.text, second.text.text) : null,
    members: members.map(({ extract, text, likeness }) =>
      memberOf(extract, {
        subject: EXTRACTED_TEXTS[name],
        figures: namedFigures({ 与组内第一份相同: `${likeness}%` }),
        place: text.place,
      }),
    ),
  };
}
