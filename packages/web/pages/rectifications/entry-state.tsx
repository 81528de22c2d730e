// 办理状态, told by a sign as well as by its word.

import type { RectificationLine } from "@jueming/server/contract/rectifications.ts";
import type { ReactNode } from "react";

const signs: Readonly<Record<RectificationLine["state"], string>> = {
  open: "○",
  "in-progress": "◐",
  done: "◕",
  closed: "●",
  returned: "↩",
  dismissed: "–",
};

/** EntryState (办理状态). */
export function EntryState({
  state,
  name,
}: {
  readonly state: RectificationLine["state"];
  readonly name: string;
}): ReactNode {
  return (
    <span className={`entry-state entry-${state}`}>
      <span aria-hidden="true">{signs[state]}</span> {name}
    </span>
  );
}
