// A template run backwards: each figure or mark of it as a slot with the words that may stand before and after.

import type { Derivation, FactAddress } from "../disclosure/address.ts";
import { addressKey } from "../disclosure/address.ts";
import type { Unit } from "../figures/unit.ts";
import { plainWords, ROW, ROW_BEFORE, THIS_YEAR, YEAR_BEFORE } from "./plain-words.ts";
import type { FreeSlot, MarkKind, Part, RowSet, SentenceTemplate } from "./template.ts";
import { derivationOf } from "./template.ts";

/** CompiledSlot: a place of a sentence where a figure or a mark stands. */
export interface CompiledSlot {
  readonly template: CompiledTemplate;
  /** Order within the sentence. */
  readonly index: number;
  readonly unit: Unit | null;
  readonly mark: MarkKind | null;
  /** Address with "$row" inside an `each`. */
  readonly address: FactAddress;
  readonly derived: Derivation;
  readonly rows: RowSet | null;
  /** The `each` that the slot belongs to; slots of one iteration share it. */
  readonly loop: number;
  /** Where the row's name stands: before the figure, after it, or at an earlier slot of the iteration. */
  readonly rowSide: "before" | "after" | "inherited" | "none";
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Facts equal but for what is said of them: a percentage follows its amount. */
  readonly subject: string;
}

export interface CompiledTemplate {
  readonly template: SentenceTemplate;
  readonly headings: readonly string[];
  readonly slots: readonly CompiledSlot[];
  /** Words that lead into free text, in plain print, by slot. */
  readonly cues: readonly { readonly slot: FreeSlot; readonly cue: string }[];
}

const CONTEXT_LIMIT = 24;
const CONTEXT_LENGTH = 40;

interface Draft {
  unit: Unit | null;
  mark: MarkKind | null;
  address: FactAddress;
  derived: Derivation;
  rows: RowSet | null;
  loop: number;
  before: Set<string>;
  after: Set<string>;
}

/** Direction of a walk over the parts: the words before slots forward, the words after them backward. */
type Walk = "before" | "after";

interface Compilation {
  readonly drafts: Map<string, Draft>;
  readonly loops: Map<Part, number>;
}

/** Templates are constants, so each is compiled once. */
const compiledTemplates = new WeakMap<SentenceTemplate, CompiledTemplate>();

/** Compiles a template; slots that say the same are one. */
export function compileTemplate(template: SentenceTemplate): CompiledTemplate {
  const known = compiledTemplates.get(template) ?? compiled(template);
  compiledTemplates.set(template, known);
  return known;
}

function compiled(template: SentenceTemplate): CompiledTemplate {
  const compilation: Compilation = { drafts: new Map(), loops: new Map() };
  walkParts(template.parts, [""], { walk: "before", rows: null, loop: 0, compilation });
  walkParts(template.parts, [""], { walk: "after", rows: null, loop: 0, compilation });
  const slots: CompiledSlot[] = [];
  const result: CompiledTemplate = {
    template,
    headings: template.sections.map((heading) => plainWords(heading)),
    slots,
    cues: freeCues(template.parts),
  };
  for (const draft of compilation.drafts.values()) slots.push(slotOf(draft, slots.length, result));
  return result;
}

function slotOf(draft: Draft, index: number, template: CompiledTemplate): CompiledSlot {
  const before = plainContexts(draft.before);
  const after = plainContexts(draft.after);
  const rowSide =
    draft.rows === null
      ? "none"
      : isNamed(before)
        ? "before"
        : isNamed(after) && isRowAfter(template, draft.loop)
          ? "after"
          : "inherited";
  const { period: _period, stage: _stage, ...subject } = draft.address;
  return {
    template,
    index,
    unit: draft.unit,
    mark: draft.mark,
    address: draft.address,
    derived: draft.derived,
    rows: draft.rows,
    loop: draft.loop,
    rowSide,
    before: withRowSigns(before),
    after: withRowSigns(rowSide === "after" ? after : after.map(upToRow)),
    subject: `${draft.loop}|${addressKey(subject).replace("budget.", "final.")}`,
  };
}

const isNamed = (contexts: readonly string[]): boolean => contexts.some((context) => context.includes(ROW));

/** The words up to the next row's name, which says nothing of this row. */
const upToRow = (context: string): string => context.split(ROW_OR_BEFORE)[0] ?? "";
const ROW_OR_BEFORE = new RegExp(`[${ROW}${ROW_BEFORE}]`, "u");

const withRowSigns = (contexts: readonly string[]): readonly string[] => [
  ...new Set(contexts.map((context) => context.replaceAll(ROW_BEFORE, ROW))),
];

/** The name comes after its figure when no slot of the iteration has it before. */
const isRowAfter = (template: CompiledTemplate, loop: number): boolean =>
  !template.slots.some((slot) => slot.loop === loop && slot.rowSide === "before");

const plainContexts = (contexts: ReadonlySet<string>): readonly string[] => [
  ...new Set([...contexts].map((context) => plainWords(context).replace(/[|‖]/gu, ""))),
];

interface WalkState {
  readonly walk: Walk;
  readonly rows: RowSet | null;
  readonly loop: number;
  readonly compilation: Compilation;
}

type Contexts = readonly string[];

function walkParts(parts: readonly Part[], contexts: Contexts, state: WalkState): Contexts {
  const ordered = state.walk === "before" ? parts : parts.toReversed();
  return ordered.reduce<Contexts>((current, part) => limited(walkPart(part, current, state)), contexts);
}

const limited = (contexts: Contexts): Contexts => [...new Set(contexts)].slice(0, CONTEXT_LIMIT);

function walkPart(part: Part, contexts: Contexts, state: WalkState): Contexts {
  switch (part.kind) {
    case "words":
      return joined(contexts, part.alternatives, state.walk);
    case "year":
      return joined(contexts, [part.offset === 0 ? THIS_YEAR : YEAR_BEFORE], state.walk);
    case "row-name":
      return joined(contexts, [ROW], state.walk);
    case "ordinal":
      return contexts;
    case "unit-name":
    case "stated":
      // Any name: the words on its other side say nothing sure.
      return [""];
    case "free":
      // Nothing need be said here: the words after it may follow at once.
      return state.walk === "before" ? [""] : [...part.cues, ...contexts];
    case "figure":
      record(state, contexts, {
        unit: part.unit,
        mark: null,
        address: part.expression.of,
        derived: derivationOf(part.expression),
      });
      return [""];
    case "mark":
      record(state, contexts, { unit: null, mark: part.mark, address: part.base ?? part.of, derived: null });
      return [""];
    case "optional":
      return [...walkParts(part.parts, contexts, state), ...contexts];
    case "choice":
      return part.alternatives.flatMap(({ parts }) => walkParts(parts, contexts, state));
    case "each":
      return walkEach(part, contexts, state);
  }
}

/** The words of a row follow what stands before the list, or the row before it. */
function walkEach(part: Extract<Part, { kind: "each" }>, contexts: Contexts, state: WalkState): Contexts {
  const { loops } = state.compilation;
  const loop = loops.get(part) ?? loops.size + 1;
  loops.set(part, loop);
  const inside: WalkState = { ...state, rows: part.rows, loop };
  const once = walkParts(part.parts, contexts, inside);
  const earlier = once.map((context) => context.replaceAll(ROW, ROW_BEFORE));
  const again = walkParts(part.parts, joined(earlier, [part.separator], state.walk), inside);
  // After the list its last row's name is words like others, for it names no row of what follows.
  return [...once, ...again].map((context) => context.replaceAll(ROW, ROW_BEFORE));
}

const joined = (contexts: Contexts, words: readonly string[], walk: Walk): Contexts =>
  contexts.flatMap((context) =>
    words.map((word) =>
      walk === "before" ? (context + word).slice(-CONTEXT_LENGTH) : (word + context).slice(0, CONTEXT_LENGTH),
    ),
  );

function record(
  state: WalkState,
  contexts: Contexts,
  slot: Pick<Draft, "unit" | "mark" | "address" | "derived">,
): void {
  const key = [
    state.loop,
    slot.unit?.name ?? slot.mark ?? "",
    slot.derived ?? "",
    addressKey(slot.address),
  ].join("/");
  const { drafts } = state.compilation;
  const draft = drafts.get(key) ?? {
    ...slot,
    rows: state.rows,
    loop: state.loop,
    before: new Set(),
    after: new Set(),
  };
  drafts.set(key, draft);
  for (const context of contexts) draft[state.walk].add(context);
}

function freeCues(parts: readonly Part[]): CompiledTemplate["cues"] {
  return parts.flatMap((part): CompiledTemplate["cues"] => {
    if (part.kind === "free") return part.cues.map((cue) => ({ slot: part.slot, cue }));
    if (part.kind === "optional" || part.kind === "each") return freeCues(part.parts);
    return part.kind === "choice" ? part.alternatives.flatMap(({ parts }) => freeCues(parts)) : [];
  });
}
