// A page with nothing but the grid, for tests and measurements: the test gives the sheet, the page keeps the entries.

import type { Entries, EntryChange, EntrySheet } from "@jueming/server/contract/entry.ts";
import type { ReactNode } from "react";
import { useState } from "react";
import { createRoot } from "react-dom/client";

import { Look, setColours } from "../look/look.tsx";
import { applyEntryChanges } from "../parts/entry-grid/changes.ts";
import { EntryGrid } from "../parts/entry-grid/entry-grid.tsx";
import type { CellMark, Choice } from "../parts/entry-grid/targets.ts";

/** What a test shows. */
export interface Shown {
  readonly sheet: EntrySheet;
  readonly entries: Entries;
  readonly marks?: readonly (readonly [string, readonly CellMark[]])[];
  readonly codes?: readonly Choice[];
}

/** What the page lets a test see. */
export interface GridWindow {
  showGrid: (shown: Shown) => void;
  entries: Entries;
  changes: (readonly EntryChange[])[];
}

const computed = { fields: {}, lists: {} };

function Owner({ shown, seen }: { readonly shown: Shown; readonly seen: GridWindow }): ReactNode {
  const [entries, setEntries] = useState(shown.entries);
  seen.entries = entries;
  return (
    <main style={{ height: "100vh" }}>
      <h1 className="read-aloud">{shown.sheet.name}</h1>
      <EntryGrid
        sheet={shown.sheet}
        entries={entries}
        computed={computed}
        marks={new Map(shown.marks)}
        codes={shown.codes ?? []}
        onChange={(changes) => {
          seen.changes.push(changes);
          setEntries((before) => applyEntryChanges(before, changes));
        }}
      />
    </main>
  );
}

// Reason: the page itself gives the window these members.
const seen = window as unknown as GridWindow;
seen.changes = [];
setColours(document.documentElement);
const place = document.querySelector("#app");
const root = place === null ? null : createRoot(place);
let count = 0;
seen.showGrid = (shown) => {
  count += 1;
  root?.render(
    <Look>
      <Owner key={count} shown={shown} seen={seen} />
    </Look>,
  );
};
