// Signals as people read them on a terminal: the strongest first, each with its groups and the head of its list.

import type { SignalsReport } from "@jueming/core/signals/find-signals.ts";
import type { Signal, SignalGroup, SignalMember } from "@jueming/core/signals/signal.ts";
import type { QuietSignals } from "@jueming/pipeline/reports/signals/signal-wording.ts";
import {
  COUNTED_THINGS,
  GROUP_LEVELS,
  memberPlaceText,
  nothingShown,
  quietSignals,
  reasonsText,
} from "@jueming/pipeline/reports/signals/signal-wording.ts";
import type { ReadSources } from "@jueming/pipeline/signals/signals-json.ts";

import type { Paint } from "./paint.ts";
import { alignedRows, printable } from "./printed-width.ts";

const GROUPS_SHOWN = 10;
const MEMBERS_SHOWN = 5;
const RIGHT = { side: "right" } as const;

/** The whole report; what is left out is said, and stands in the other formats. */
export function textSignals(report: SignalsReport, sources: ReadSources, paint: Paint): string {
  const shown = report.signals.filter(({ groups }) => groups.length > 0);
  return [
    headText(report, sources, paint),
    overviewText(shown, report.evaluations, paint),
    ...shown.map((signal, index) => signalText(signal, { number: index + 1, paint })),
    ...quietSignals(report.signals).map((part) => quietText(part, paint)),
    "信号只提示值得核实之处，不是结论。完整名单见 --format csv、json 或 html。\n",
  ].join("\n");
}

function headText(report: SignalsReport, sources: ReadSources, paint: Paint): string {
  const { evaluations, units, years, duplicates, by } = report;
  const notes = [
    duplicates === 0 ? "" : `；${duplicates} 份重复，只计一次`,
    sources.withoutEvaluations.length === 0
      ? ""
      : `；${sources.withoutEvaluations.length} 个文件没有项目自评`,
    sources.failures.length === 0 ? "" : `；${sources.failures.length} 个文件未能读取`,
  ].join("");
  const when = years.length === 0 ? "年度不明" : `${years.join("、")} 年度`;
  return `${paint.strong("绩效自评信号")}  ${when}，${units} 个单位，${evaluations} 份自评，按${GROUP_LEVELS[by]}归集${notes}\n`;
}

function overviewText(shown: readonly Signal[], evaluations: number, paint: Paint): string {
  if (shown.length === 0) return `${nothingShown(evaluations)}\n`;
  const [head = "", ...rows] = alignedRows(
    [
      ["", "信号", "最强", "组", "名单", "已判断"],
      ...shown.map(({ title, groups, shown: count, judged, counts }, index) => [
        `${index + 1}.`,
        title,
        String(groups[0]?.strength ?? ""),
        String(groups.length),
        String(count),
        `${judged} ${COUNTED_THINGS[counts]}`,
      ]),
    ],
    [RIGHT, {}, RIGHT, RIGHT, RIGHT, RIGHT],
  );
  return `${[paint.faint(head), ...rows].join("\n")}\n`;
}

function signalText(
  signal: Signal,
  { number, paint }: { readonly number: number; readonly paint: Paint },
): string {
  const { title, method, groups, figures } = signal;
  const more = groups.length - GROUPS_SHOWN;
  return [
    paint.strong(`${number}. ${title}`),
    paint.faint(`   怎样算：${method}`),
    ...figures.map(({ name, value }) => `   ${name}：${printable(value)}`),
    `   ${notJudgedText(signal)}`,
    ...groups.slice(0, GROUPS_SHOWN).flatMap(groupLines),
    ...(more > 0 ? [`   另有 ${more} 组未列。`] : []),
    "",
  ].join("\n");
}

function notJudgedText({ judged, counts, apart, notJudged, silentGroups }: Signal): string {
  return [
    `已判断 ${judged} ${COUNTED_THINGS[counts]}`,
    apart.length === 0 ? "" : `；另计：${reasonsText(apart)}`,
    notJudged.length === 0 ? "" : `；未判断：${reasonsText(notJudged)}`,
    silentGroups === 0 ? "" : `；${silentGroups} 组太少，不作判断`,
  ].join("");
}

function groupLines({
  name,
  year,
  strength,
  shown,
  judged,
  passage,
  members,
}: SignalGroup): readonly string[] {
  const more = members.length - MEMBERS_SHOWN;
  const rows = alignedRows(members.slice(0, MEMBERS_SHOWN).map(memberRow), [
    { limit: 30 },
    { limit: 30 },
    { limit: 70 },
    { limit: 50 },
  ]);
  return [
    printable(`   [${strength}] ${name}${year === null ? "" : `，${year} 年度`}（${shown}/${judged}）`),
    ...(passage === null ? [] : [printable(`       共同文字：${passage}`)]),
    ...rows.map((row) => `       ${row}`),
    ...(more > 0 ? [`       另有 ${more} 项`] : []),
  ];
}

function memberRow(member: SignalMember): readonly string[] {
  const { project, subject, figures } = member;
  return [
    project,
    subject ?? "",
    figures.map(({ name, value }) => `${name} ${value}`).join("，"),
    memberPlaceText(member),
  ];
}

function quietText({ title, signals }: QuietSignals, paint: Paint): string {
  const lines = signals.map((signal) => `   ${signal.title}：${notJudgedText(signal)}`);
  return `${[paint.strong(title), ...lines].join("\n")}\n`;
}
