// What is to be taken over of a document, and texts that were corrected before.

import type { ProposedEntry } from "@jueming/server/contract/report-editing.ts";
import { useState } from "react";

import { chosenAtFirst } from "../proposals/take-proposals.ts";

/** ProposalChoice (所选): names of what is chosen, and corrected texts by name. */
export interface ProposalChoice {
  readonly chosen: ReadonlySet<string>;
  readonly texts: ReadonlyMap<string, string>;
  readonly choose: (names: readonly string[], isChosen: boolean) => void;
  readonly type: (name: string, text: string) => void;
}

/** The choice, which begins with what fills an empty cell and is in no doubt. */
export function useChoice(proposals: readonly ProposedEntry[]): ProposalChoice {
  const [chosen, setChosen] = useState(() => chosenAtFirst(proposals));
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  const choose = (names: readonly string[], isChosen: boolean): void =>
    setChosen((before) => (isChosen ? before.union(new Set(names)) : before.difference(new Set(names))));
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
