// What was read in a document, to be confirmed: doubts and what would replace something first, each with its place.

import type { Entries, EntryChange, EntryPlan } from "@jueming/server/contract/entry.ts";
import type { ImportReading, ProposedEntry } from "@jueming/server/contract/report-editing.ts";
import { Alert, Button, Checkbox, Segmented } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";

import { changesTaking, chosenAtFirst, nameOf } from "../proposals/take-proposals.ts";
import { DocumentView } from "./document-view.tsx";

/** Rows shown at first of what is in no doubt. */
const most = 300;

type Shown = "doubtful" | "all" | "left";

/** Confirmation (逐处确认). */
export function Confirmation({
  reading,
  file,
  plan,
  entries,
  onTake,
}: {
  readonly reading: ImportReading;
  readonly file: File | null;
  readonly plan: EntryPlan;
  readonly entries: Entries;
  readonly onTake: (changes: readonly EntryChange[]) => void;
}): ReactNode {
  const { entries: proposals, left } = reading;
  const doubtful = proposals.filter(isDoubtful);
  const choice = useChoice(proposals);
  const { chosen, texts } = choice;
  const [shown, setShown] = useState<Shown>(doubtful.length > 0 ? "doubtful" : "all");
  const [at, setAt] = useState<ProposedEntry | null>(doubtful[0] ?? proposals[0] ?? null);
  const take = (): void => {
    const taken = proposals.filter((one) => chosen.has(nameOf(one)));
    onTake(
      changesTaking(
        entries,
        taken.map((proposal) => ({ proposal, text: texts.get(nameOf(proposal)) ?? proposal.text })),
      ),
    );
  };
  const listed = shown === "doubtful" ? doubtful : ordered(plan, proposals);
  return (
    <div className="import">
      <Origin reading={reading} />
      <div className="import-body">
        <DocumentView file={file} at={at} />
        <div className="import-values">
          <Segmented<Shown>
            options={[
              { value: "doubtful", label: `须核对 ${doubtful.length}` },
              { value: "all", label: `全部 ${proposals.length}` },
              { value: "left", label: `没有位置的 ${left.length}` },
            ]}
            value={shown}
            onChange={setShown}
          />
          {shown === "left" ? (
            <Left left={left} />
          ) : (
            <Values listed={listed.slice(0, most)} choice={choice} at={at} onStand={setAt} />
          )}
          {shown !== "left" && listed.length > most ? (
            <p className="soft">
              只列出前 {most} 处，其余 {listed.length - most} 处按已勾选的处理。
            </p>
          ) : null}
        </div>
      </div>
      <Acts choice={choice} proposals={proposals} onTake={take} />
    </div>
  );
}

function Acts({
  choice: { chosen, choose },
  proposals,
  onTake,
}: {
  readonly choice: ProposalChoice;
  readonly proposals: readonly ProposedEntry[];
  readonly onTake: () => void;
}): ReactNode {
  return (
    <p className="proposals-acts">
      <Button type="primary" disabled={chosen.size === 0} onClick={onTake}>
        填入所选 {chosen.size} 处
      </Button>
      <Button onClick={() => choose(proposals.map(nameOf), true)}>全部选中</Button>
      <Button onClick={() => choose(proposals.map(nameOf), false)}>全部不选</Button>
    </p>
  );
}

/** ProposalChoice: what is to be taken over, and texts that were corrected. */
interface ProposalChoice {
  readonly chosen: ReadonlySet<string>;
  readonly texts: ReadonlyMap<string, string>;
  readonly choose: (names: readonly string[], isChosen: boolean) => void;
  readonly type: (name: string, text: string) => void;
}

function useChoice(proposals: readonly ProposedEntry[]): ProposalChoice {
  const [chosen, setChosen] = useState(() => chosenAtFirst(proposals));
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  const choose = (names: readonly string[], isChosen: boolean): void =>
    setChosen(isChosen ? chosen.union(new Set(names)) : chosen.difference(new Set(names)));
  return {
    chosen,
    texts,
    choose,
    // Who corrects a text wants it.
    type: (name, text) => {
      setTexts(new Map([...texts, [name, text]]));
      choose([name], true);
    },
  };
}

/** What a person has to look at: doubts of reading, and what would replace something. */
const isDoubtful = ({ doubt, now }: ProposedEntry): boolean => doubt !== null || now !== "";

/** In the order of the report. */
function ordered({ sheets }: EntryPlan, proposals: readonly ProposedEntry[]): readonly ProposedEntry[] {
  const order = new Map(sheets.map(({ name }, index) => [name, index]));
  return proposals.toSorted(
    (first, second) => (order.get(first.sheet) ?? 0) - (order.get(second.sheet) ?? 0),
  );
}

function Origin({ reading }: { readonly reading: ImportReading }): ReactNode {
  const { source, unit, year, isOtherYear, entries, left } = reading;
  return (
    <>
      <p>
        {source}：{unit ?? "未写明单位"}，{year === null ? "未写明年度" : `${year} 年度`}。读出可填入的{" "}
        {entries.length} 处，另有 {left.length} 处在本报告中没有位置。
      </p>
      {isOtherYear ? (
        <Alert
          type="warning"
          showIcon
          title={`文件是 ${year ?? ""} 年度的，与本报告的年度不同，请确认没有选错文件。`}
        />
      ) : null}
    </>
  );
}

function Left({ left }: { readonly left: ImportReading["left"] }): ReactNode {
  if (left.length === 0) return <p className="soft">文件中的内容在报告里都有位置。</p>;
  return (
    <div className="import-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">哪里</th>
            <th scope="col">什么</th>
            <th scope="col">原文</th>
          </tr>
        </thead>
        <tbody>
          {left.slice(0, most).map(({ where, what, value, place }, index) => (
            <tr key={`${index} ${where} ${what}`}>
              <td>{where}</td>
              <td>{what}</td>
              <td>
                {value} <span className="soft">{place}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Values({
  listed,
  choice,
  at,
  onStand,
}: {
  readonly listed: readonly ProposedEntry[];
  readonly choice: ProposalChoice;
  readonly at: ProposedEntry | null;
  readonly onStand: (proposal: ProposedEntry) => void;
}): ReactNode {
  if (listed.length === 0) return <p className="soft">没有。</p>;
  return (
    <div className="import-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">填到</th>
            <th scope="col">原文</th>
            <th scope="col">填入</th>
          </tr>
        </thead>
        <tbody>
          {listed.map((one) => (
            <ValueRow key={nameOf(one)} one={one} choice={choice} isAt={one === at} onStand={onStand} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ValueRow({
  one,
  choice: { chosen, texts, choose, type },
  isAt,
  onStand,
}: {
  readonly one: ProposedEntry;
  readonly choice: ProposalChoice;
  readonly isAt: boolean;
  readonly onStand: (proposal: ProposedEntry) => void;
}): ReactNode {
  const name = nameOf(one);
  return (
    <tr className={isAt ? "import-at" : ""} onFocus={() => onStand(one)} onMouseDown={() => onStand(one)}>
      <th scope="row">
        <Checkbox checked={chosen.has(name)} onChange={({ target }) => choose([name], target.checked)}>
          {one.label}
        </Checkbox>
        <p className="soft">{one.sheet}</p>
      </th>
      <td>
        {one.raw}
        {one.doubt === null ? null : <p className="doubt">▲ {one.doubt}</p>}
        {one.now === "" ? null : <p className="doubt">现为 {one.now}</p>}
      </td>
      <td>
        <input
          aria-label={`${one.label} 填入`}
          value={texts.get(name) ?? one.text}
          onChange={({ target }) => type(name, target.value)}
        />
      </td>
    </tr>
  );
}
