// What was read in a document, to be confirmed value by value beside the document: what is in doubt or would replace
// something first, and all of it, by sheet.

import type { Entries, EntryChange, EntryPlan } from "@jueming/server/contract/entry.ts";
import type { ImportReading, ProposedEntry } from "@jueming/server/contract/report-editing.ts";
import type { ReportView } from "@jueming/server/contract/reports.ts";
import { Alert, Button } from "antd";
import type { ReactNode } from "react";
import { useMemo, useState } from "react";

import { changesTaking, nameOf } from "../proposals/take-proposals.ts";
import { LeftList } from "./left-list.tsx";
import { OriginalView } from "./original-view.tsx";
import type { ProposalChoice } from "./use-choice.ts";
import { useChoice } from "./use-choice.ts";
import { ValueList } from "./value-list.tsx";

/** Which of the values are listed. */
type Shown = "doubtful" | "conflicting" | "new" | "all" | "left";

const shows: Readonly<Record<Exclude<Shown, "left">, (one: ProposedEntry) => boolean>> = {
  doubtful: ({ doubt }) => doubt !== null,
  conflicting: ({ now }) => now !== "",
  new: ({ now, doubt }) => now === "" && doubt === null,
  all: () => true,
};

const shownWords: Readonly<Record<Shown, string>> = {
  doubtful: "没读准",
  conflicting: "与现有不同",
  new: "新填",
  all: "全部",
  left: "没有位置",
};

/** Confirmation (逐处确认). */
export function Confirmation({
  report,
  reading,
  file,
  plan,
  entries,
  onTake,
}: {
  readonly report: ReportView;
  readonly reading: ImportReading;
  readonly file: File | null;
  readonly plan: EntryPlan;
  readonly entries: Entries;
  readonly onTake: (changes: readonly EntryChange[]) => void;
}): ReactNode {
  const proposals = useMemo(() => ordered(plan, reading.entries), [plan, reading]);
  const choice = useChoice(proposals);
  const { shown, sheet, listed, show, showSheet, standing, setAt } = useListed(proposals);
  return (
    <div className="import">
      <Origin report={report} reading={reading} entries={entries} />
      <div className="import-body">
        <OriginalView report={report.ref} reading={reading} file={file} at={standing} />
        <div className="import-values">
          <Filters
            reading={reading}
            proposals={proposals}
            shown={shown}
            sheet={sheet}
            onShow={show}
            onSheet={showSheet}
          />
          {shown === "left" ? (
            <LeftList left={reading.left} />
          ) : (
            <ValueList
              key={`${shown} ${sheet}`}
              listed={listed}
              choice={choice}
              at={standing}
              onStand={setAt}
            />
          )}
        </div>
      </div>
      <Acts
        choice={choice}
        listed={listed}
        replaced={proposals.filter((one) => one.now !== "" && choice.chosen.has(nameOf(one))).length}
        onTake={() => onTake(takenChanges(entries, proposals, choice))}
      />
    </div>
  );
}

/** Which values are listed, and which of them one looks at. */
function useListed(proposals: readonly ProposedEntry[]): {
  readonly shown: Shown;
  readonly sheet: string;
  readonly listed: readonly ProposedEntry[];
  readonly show: (shown: Shown) => void;
  readonly showSheet: (sheet: string) => void;
  readonly standing: ProposedEntry | null;
  readonly setAt: (one: ProposedEntry) => void;
} {
  const [shown, setShown] = useState<Shown>(() => firstShown(proposals));
  const [sheet, setSheet] = useState("");
  const [at, setAt] = useState<ProposedEntry | null>(null);
  const listed = useMemo(
    () =>
      shown === "left"
        ? []
        : proposals.filter((one) => shows[shown](one) && (sheet === "" || one.sheet === sheet)),
    [proposals, shown, sheet],
  );
  return {
    shown,
    sheet,
    listed,
    show: (next) => {
      setShown(next);
      setAt(null);
    },
    showSheet: (next) => {
      setSheet(next);
      setAt(null);
    },
    standing: at ?? listed[0] ?? null,
    setAt,
  };
}

function takenChanges(
  entries: Entries,
  proposals: readonly ProposedEntry[],
  { chosen, texts }: ProposalChoice,
): readonly EntryChange[] {
  const taken = proposals.filter((one) => chosen.has(nameOf(one)));
  return changesTaking(
    entries,
    taken.map((proposal) => ({ proposal, text: texts.get(nameOf(proposal)) ?? proposal.text })),
  );
}

/** What has to be looked at comes first. */
function firstShown(proposals: readonly ProposedEntry[]): Shown {
  if (proposals.some(shows.doubtful)) return "doubtful";
  return proposals.some(shows.conflicting) ? "conflicting" : "all";
}

/** In the order of the report. */
function ordered({ sheets }: EntryPlan, proposals: readonly ProposedEntry[]): readonly ProposedEntry[] {
  const order = new Map(sheets.map(({ name }, index) => [name, index]));
  return proposals.toSorted(
    (first, second) => (order.get(first.sheet) ?? 0) - (order.get(second.sheet) ?? 0),
  );
}

function Filters({
  reading,
  proposals,
  shown,
  sheet,
  onShow,
  onSheet,
}: {
  readonly reading: ImportReading;
  readonly proposals: readonly ProposedEntry[];
  readonly shown: Shown;
  readonly sheet: string;
  readonly onShow: (shown: Shown) => void;
  readonly onSheet: (sheet: string) => void;
}): ReactNode {
  const sheets = [...new Set(proposals.map((one) => one.sheet))];
  const countOf = (kind: Shown): number =>
    kind === "left" ? reading.left.length : proposals.filter(shows[kind]).length;
  // Reason: the keys of a constant object are exactly its type's keys.
  const kinds = Object.keys(shownWords) as Shown[];
  return (
    <div className="import-filters">
      <label>
        列出
        <select
          value={shown}
          onChange={({ target }) => onShow(kinds.find((one) => one === target.value) ?? "all")}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {shownWords[kind]} {countOf(kind)}
            </option>
          ))}
        </select>
      </label>
      {shown === "left" ? null : (
        <label>
          表
          <select value={sheet} onChange={({ target }) => onSheet(target.value)}>
            <option value="">全部</option>
            {sheets.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

function Acts({
  choice: { chosen, choose },
  listed,
  replaced,
  onTake,
}: {
  readonly choice: ProposalChoice;
  readonly listed: readonly ProposedEntry[];
  /** How many of the chosen ones stand in place of something else. */
  readonly replaced: number;
  readonly onTake: () => void;
}): ReactNode {
  return (
    <p className="proposals-acts">
      <Button type="primary" disabled={chosen.size === 0} onClick={onTake}>
        填入所选 {chosen.size} 处
      </Button>
      <Button disabled={listed.length === 0} onClick={() => choose(listed.map(nameOf), true)}>
        选中所列 {listed.length} 处
      </Button>
      <Button disabled={listed.length === 0} onClick={() => choose(listed.map(nameOf), false)}>
        不选所列
      </Button>
      {replaced === 0 ? null : <span className="late">其中 {replaced} 处会替换已填的内容</span>}
    </p>
  );
}

function Origin({
  report,
  reading,
  entries: typed,
}: {
  readonly report: ReportView;
  readonly reading: ImportReading;
  readonly entries: Entries;
}): ReactNode {
  const { source, unit, year, entries, left } = reading;
  return (
    <>
      <p>
        {source}：{unit ?? "未写明单位"}，{year === null ? "未写明年度" : `${year} 年度`}。读出可填入的{" "}
        {entries.length} 处，另有 {left.length} 处在本报告中没有位置。
      </p>
      {doubtsAbout(report, reading, typed).map((doubt) => (
        <Alert key={doubt} type="warning" showIcon title={doubt} />
      ))}
    </>
  );
}

/** Why it may be the wrong file: of another kind, another unit, another year. */
function doubtsAbout(
  { kindName: own }: ReportView,
  { unit, year, isOtherYear, entries, kindName, saysOnlyWho }: ImportReading,
  { fields }: Entries,
): readonly string[] {
  const ownUnit = fields["identity:unitName"] ?? "";
  const another = kindName === own ? "" : `它是一份“${kindName}”，要导入到那一种报告里。`;
  return [
    ...(saysOnlyWho ? [`文件里没有“${own}”要填的内容，只读出单位信息。${another}`] : []),
    ...(unit !== null && ownUnit !== "" && unit !== ownUnit && entries.some(({ spot }) => isUnitName(spot))
      ? [`文件是“${unit}”的，本报告是“${ownUnit}”的，请确认没有选错文件。`]
      : []),
    ...(isOtherYear ? [`文件是 ${year ?? ""} 年度的，与本报告的年度不同，请确认没有选错文件。`] : []),
  ];
}

const isUnitName = (spot: ProposedEntry["spot"]): boolean =>
  spot.kind === "field" && spot.key === "identity:unitName";
