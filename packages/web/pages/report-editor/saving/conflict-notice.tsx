// What another person has typed into the same cell: both texts, and the choice. Nothing is lost, nothing decided alone.

import type { EntryConflict, EntryPlan } from "@jueming/server/contract/entry.ts";
import { Button } from "antd";
import type { ReactNode } from "react";

import type { EditedReport } from "./use-draft.ts";

/** ConflictNotice (他人已改). */
export function ConflictNotice({
  plan,
  edited,
}: {
  readonly plan: EntryPlan;
  readonly edited: EditedReport;
}): ReactNode {
  const { conflicts, refused } = edited.draft;
  if (conflicts.length === 0 && refused.length === 0) return null;
  return (
    <section className="conflicts" role="alert" aria-label="他人已改">
      {conflicts.map((conflict) => (
        <p key={JSON.stringify(conflict.change)}>
          <strong>◆ {labelOf(plan, conflict)}</strong>
          {"to" in conflict.change && conflict.now !== null ? (
            <>
              ：他人刚改为 <q>{shown(conflict.now)}</q>，您填的是 <q>{shown(conflict.change.to)}</q>
              <Button size="small" onClick={() => edited.settle(conflict, "mine")}>
                用我的
              </Button>
              <Button size="small" onClick={() => edited.settle(conflict, "theirs")}>
                用他人的
              </Button>
            </>
          ) : (
            <>
              ：这一行已被他人删除，您的修改没有保存
              {"to" in conflict.change ? (
                <>
                  （<q>{shown(conflict.change.to)}</q>）
                </>
              ) : null}
              <Button size="small" onClick={() => edited.settle(conflict, "theirs")}>
                知道了
              </Button>
            </>
          )}
        </p>
      ))}
      {refused.length === 0 ? null : (
        <p>
          {refused.map(({ message }) => message).join("；")}
          <Button size="small" onClick={edited.dismissRefused}>
            知道了
          </Button>
        </p>
      )}
    </section>
  );
}

const shown = (text: string): string =>
  text === "" ? "空" : text.length > 60 ? `${text.slice(0, 60)}……` : text;

/** What the cell of a conflict is called. */
function labelOf({ sheets }: EntryPlan, { change }: EntryConflict): string {
  if (change.kind === "field") {
    const field = sheets.flatMap(({ fields }) => fields).find(({ key }) => key === change.key);
    return field?.label ?? change.key;
  }
  const sheet = sheets.find(({ lists }) => lists.some(({ key }) => key === change.list));
  const list = sheet?.lists.find(({ key }) => key === change.list);
  const column =
    change.kind === "cell" ? list?.columns.find(({ name }) => name === change.column) : undefined;
  return [sheet?.name ?? "", column?.title ?? "行"].join(" ");
}
