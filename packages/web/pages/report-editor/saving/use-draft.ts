// Saving by itself (自动保存): a moment after the last keystroke, one request at a time, again and again until it is
// acknowledged. Others' changes come with each answer, or by asking now and then.

import type { EntryChange, EntryConflict } from "@jueming/server/contract/entry.ts";
import type { ReportStanding } from "@jueming/server/contract/report-editing.ts";
import { reportStanding } from "@jueming/server/contract/report-editing.ts";
import type { EditorView, LiveState } from "@jueming/server/contract/reports.ts";
import { editAnswer, editorView } from "@jueming/server/contract/reports.ts";
import { useEffect, useEffectEvent, useRef, useState } from "react";

import { ask, read } from "../../../api/client.ts";
import { ApiProblem, messageOf } from "../../../api/problem.ts";
import type { Draft } from "./draft.ts";
import {
  afterAnswer,
  afterFailure,
  afterReload,
  openedDraft,
  settled,
  whileSending,
  withChanges,
} from "./draft.ts";
import { keepChanges, leftOverChanges } from "./left-over.ts";

const pauseMs = 400;
const pollMs = 5_000;
const longestWaitMs = 10_000;
const mostAtOnce = 2_000;

/** SavingState: what the person is told about saving. */
export type SavingState =
  | { readonly kind: "saved" | "waiting" | "saving" }
  | { readonly kind: "retrying" | "stopped"; readonly message: string };

/** EditedReport: the entries as typed, what follows from them, and what can be done. */
export interface EditedReport {
  readonly draft: Draft;
  readonly live: LiveState;
  readonly saving: SavingState;
  /** Others who have the report open. */
  readonly others: readonly string[];
  readonly change: (changes: readonly EntryChange[]) => void;
  readonly settle: (conflict: EntryConflict, keeps: "mine" | "theirs") => void;
  readonly dismissRefused: () => void;
  /** Reads anew what follows from the entries. */
  readonly reload: () => void;
  /** Tries at once. */
  readonly retry: () => void;
  /** Gives up what could not be saved. */
  readonly discard: () => void;
}

export interface DraftInput {
  readonly report: string;
  readonly account: string;
  readonly opened: EditorView;
  readonly isReadOnly: boolean;
  /** Told where the report has gone on to another state. */
  readonly onStateChanged: () => void;
}

/** The draft of an opened report, saved by itself. */
export function useDraft(input: DraftInput): EditedReport {
  const { report, account, opened, isReadOnly } = input;
  const { draft, latest, update } = useLatestDraft(input);
  const [live, setLive] = useState(opened.live);
  const reload = async (): Promise<void> => {
    const now = await read(editorView, `/reports/${report}/entries`);
    update((before) => afterReload(before, now.entries, now.live.revision));
    setLive(now.live);
  };
  const { trouble, setTrouble } = useSending(input, { draft, latest, update, setLive, reload });
  const others = useStanding(input, async ({ revision, state }) => {
    if (state !== "filling") input.onStateChanged();
    else if (revision > latest.current.revision && latest.current.pending.length === 0) {
      await reload().catch(() => undefined);
    }
  });
  useEffect(() => {
    if (!isReadOnly) keepChanges(account, report, draft.pending);
  }, [account, report, draft.pending, isReadOnly]);
  useWarningBeforeLeaving(draft.pending.length > 0);
  return {
    draft,
    live,
    others,
    saving: savingState(draft, trouble),
    change: (changes) => update((before) => withChanges(before, changes)),
    settle: (conflict, keeps) => update((before) => settled(before, conflict, keeps)),
    dismissRefused: () => update((before) => ({ ...before, refused: [] })),
    reload: () => void reload().catch(() => undefined),
    retry: () => setTrouble(null),
    discard: () => {
      setTrouble(null);
      update(({ confirmed, revision }) => openedDraft(confirmed, revision));
    },
  };
}

interface LatestDraft {
  readonly draft: Draft;
  /** The newest draft, which may not be drawn yet: what is sent must be what is marked as sent. */
  readonly latest: { readonly current: Draft };
  readonly update: (step: (before: Draft) => Draft) => void;
}

function useLatestDraft({ report, account, opened, isReadOnly }: DraftInput): LatestDraft {
  const [draft, setDraft] = useState(() =>
    openedDraft(opened.entries, opened.live.revision, isReadOnly ? [] : leftOverChanges(account, report)),
  );
  const latest = useRef(draft);
  const update = (step: (before: Draft) => Draft): void => {
    latest.current = step(latest.current);
    setDraft(latest.current);
  };
  return { draft, latest, update };
}

interface Sending extends LatestDraft {
  readonly setLive: (live: LiveState) => void;
  readonly reload: () => Promise<void>;
}

/** Sends what is pending, a moment after the last change, again and again until it is acknowledged. */
function useSending(
  { report, isReadOnly }: DraftInput,
  { draft, latest, update, setLive, reload }: Sending,
): { readonly trouble: Trouble | null; readonly setTrouble: (trouble: Trouble | null) => void } {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const attempts = useRef(0);
  const send = useEffectEvent(async () => {
    update((before) => whileSending(before, mostAtOnce));
    const { pending, sending, revision } = latest.current;
    try {
      const { value: answer } = await ask(editAnswer, `/reports/${report}/entries`, {
        method: "PATCH",
        body: { changes: pending.slice(0, sending) },
        tag: `"${revision}"`,
      });
      attempts.current = 0;
      setTrouble(null);
      setLive(answer.live);
      update((before) => afterAnswer(before, answer));
      if (answer.others === null) await reload();
    } catch (error) {
      update(afterFailure);
      setTrouble(troubleOf(error, attempts.current));
      attempts.current += 1;
    }
  });
  const isWaiting = draft.pending.length > 0 && draft.sending === 0 && trouble?.isFinal !== true;
  useEffect(() => {
    if (!isWaiting || isReadOnly) return undefined;
    const timer = setTimeout(() => void send(), trouble?.waitMs ?? pauseMs);
    return () => clearTimeout(timer);
  }, [isWaiting, isReadOnly, draft.pending, trouble]);
  return { trouble, setTrouble };
}

/** Asks now and then whether something has changed; gives the others who have the report open. */
function useStanding(
  { report, isReadOnly }: DraftInput,
  onStanding: (standing: ReportStanding) => Promise<void>,
): readonly string[] {
  const [others, setOthers] = useState<readonly string[]>([]);
  const look = useEffectEvent(async () => {
    if (document.visibilityState === "hidden") return;
    const standing = await read(reportStanding, `/reports/${report}/standing`).catch(() => null);
    if (standing === null) return;
    setOthers(standing.others);
    await onStanding(standing);
  });
  useEffect(() => {
    if (isReadOnly) return undefined;
    void look();
    const timer = setInterval(() => void look(), pollMs);
    return () => clearInterval(timer);
  }, [isReadOnly]);
  return others;
}

interface Trouble {
  readonly message: string;
  /** True where trying again would not help. */
  readonly isFinal: boolean;
  readonly waitMs: number;
}

function troubleOf(error: unknown, attempts: number): Trouble {
  const kind = error instanceof ApiProblem ? error.kind : "broken";
  const isFinal = kind !== "offline" && kind !== "busy" && kind !== "broken";
  return { message: messageOf(error), isFinal, waitMs: Math.min(1_000 * 2 ** attempts, longestWaitMs) };
}

function savingState(draft: Draft, trouble: Trouble | null): SavingState {
  if (trouble !== null && draft.pending.length > 0) {
    return { kind: trouble.isFinal ? "stopped" : "retrying", message: trouble.message };
  }
  if (draft.sending > 0) return { kind: "saving" };
  return { kind: draft.pending.length > 0 ? "waiting" : "saved" };
}

/** The browser asks before a page with unsaved changes is closed; they are kept in any case. */
function useWarningBeforeLeaving(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isUnsaved]);
}
