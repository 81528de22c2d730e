// A list of texts that may be taken over, sheet by sheet, beside what stands there now.

import type { Entries, EntryChange, EntryPlan } from "@jueming/server/contract/entry.ts";
import type { ProposedEntry } from "@jueming/server/contract/report-editing.ts";
import { Button, Checkbox } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";

import { EmptyState } from "../../../parts/states.tsx";
import { bySheet, changesTaking, chosenAtFirst, nameOf } from "./take-proposals.ts";

/** ProposalList (拟带入的内容). */
export function ProposalList({
  source,
  plan,
  proposals,
  entries,
  onTake,
}: {
  readonly source: string;
  readonly plan: EntryPlan;
  readonly proposals: readonly ProposedEntry[];
  readonly entries: Entries;
  readonly onTake: (changes: readonly EntryChange[]) => void;
}): ReactNode {
  const [chosen, setChosen] = useState(() => chosenAtFirst(proposals));
  const choose = (own: readonly ProposedEntry[], isChosen: boolean): void => {
    const names = new Set(own.map(nameOf));
    setChosen(isChosen ? chosen.union(names) : chosen.difference(names));
  };
  if (proposals.length === 0) {
    return <EmptyState title="没有可带入的内容">{source}中的内容都已在本报告里。</EmptyState>;
  }
  const replaced = proposals.filter((one) => one.now !== "" && chosen.has(nameOf(one))).length;
  const take = (): void => {
    const taken = proposals.filter((one) => chosen.has(nameOf(one)));
    onTake(
      changesTaking(
        entries,
        taken.map((proposal) => ({ proposal, text: proposal.text })),
      ),
    );
  };
  return (
    <div className="proposals">
      <p>
        来自{source}，共 {proposals.length} 处。空格已预先勾选；与已填内容不同的没有勾选，勾选后会替换。
      </p>
      {bySheet(plan, proposals).map(([sheet, own]) => (
        <SheetProposals key={sheet} sheet={sheet} own={own} chosen={chosen} onChoose={choose} />
      ))}
      <p className="proposals-acts">
        <Button type="primary" disabled={chosen.size === 0} onClick={take}>
          带入 {chosen.size} 处
        </Button>
        {replaced === 0 ? null : <span className="late">其中 {replaced} 处会替换已填的内容</span>}
      </p>
    </div>
  );
}

function SheetProposals({
  sheet,
  own,
  chosen,
  onChoose,
}: {
  readonly sheet: string;
  readonly own: readonly ProposedEntry[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (own: readonly ProposedEntry[], isChosen: boolean) => void;
}): ReactNode {
  const count = own.filter((one) => chosen.has(nameOf(one))).length;
  return (
    <section className="proposal-sheet">
      <Checkbox
        checked={count === own.length}
        indeterminate={count > 0 && count < own.length}
        onChange={({ target }) => onChoose(own, target.checked)}
      >
        <strong>{sheet}</strong>
      </Checkbox>
      <details>
        <summary>
          选 {count} / {own.length}
        </summary>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">现在</th>
              <th scope="col">带入</th>
            </tr>
          </thead>
          <tbody>
            {own.map((one) => (
              <tr key={nameOf(one)}>
                <th scope="row">
                  <Checkbox
                    checked={chosen.has(nameOf(one))}
                    onChange={({ target }) => onChoose([one], target.checked)}
                  >
                    {one.label}
                  </Checkbox>
                </th>
                <td>{one.now === "" ? <span className="soft">空</span> : one.now}</td>
                <td>
                  {one.text}
                  {one.doubt === null ? null : <span className="doubt">（{one.doubt}）</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
