// The states of an entry and the steps between them, as data.

/** ENTRY_STATES (办理状态): code and word. */
export const ENTRY_STATES = {
  open: "待整改",
  "in-progress": "整改中",
  done: "已整改待核实",
  closed: "已核实销号",
  returned: "退回",
  dismissed: "不予整改",
} as const;
export type EntryState = keyof typeof ENTRY_STATES;
// The keys of an object literal are its own.
export const STATE_NAMES = Object.keys(ENTRY_STATES) as readonly EntryState[];

/**
 * The steps that are allowed. Closing needs a verification, so only what is reported as done is closed;
 * a closed entry can be opened again by returning it. The steps are our own configuration: no regulation sets them.
 */
const STEPS: Readonly<Record<EntryState, readonly EntryState[]>> = {
  open: ["in-progress", "done", "dismissed"],
  "in-progress": ["open", "done", "dismissed"],
  done: ["closed", "returned"],
  returned: ["in-progress", "done", "dismissed"],
  dismissed: ["returned", "closed"],
  closed: ["returned"],
};

/** True when an entry may go from one state to the other. */
export function mayGo(from: EntryState, to: EntryState): boolean {
  return STEPS[from].includes(to);
}

/** The states that may follow, as words. */
export function nextWords(from: EntryState): string {
  return STEPS[from].map((state) => ENTRY_STATES[state]).join("、");
}

/** The state of a word; undefined for another word. */
export function stateOf(word: string): EntryState | undefined {
  return STATE_NAMES.find((state) => ENTRY_STATES[state] === word);
}

/** True for entries that still have something to be done. */
export function isOpen(state: EntryState): boolean {
  return state !== "closed" && state !== "dismissed";
}
