// The address of a figure as a short id that written documents carry: tags of content controls, names of
// cells, attributes of web pages. At most 64 characters, as a tag in a Word document may have.

import type { Derivation, FactAddress } from "./address.ts";

/** FigureName: a fact and what is said of it. */
export interface FigureName {
  readonly address: FactAddress;
  readonly derived: Derivation;
}

const DERIVATIONS: readonly Exclude<Derivation, null>[] = [
  "share",
  "change",
  "changeRate",
  "completion",
  "count",
];

/** The id: `concept/L行次|C编码/column/E序号/F字段@prior@initial~derived`, parts that are missing left out. */
export function figureId({ address, derived }: FigureName): string {
  const { line, code, column, evaluation, field } = address;
  const parts = [
    address.concept,
    ...(line === undefined ? [] : [`L${line}`]),
    ...(code === undefined ? [] : [`C${code ?? ""}`]),
    ...(column === undefined ? [] : [column]),
    ...(evaluation === undefined ? [] : [`E${evaluation}`]),
    ...(field === undefined ? [] : [`F${field}`]),
  ];
  const marks = [address.period, address.stage].filter((mark) => mark !== undefined);
  return `${parts.join("/")}${marks.map((mark) => `@${mark}`).join("")}${derived === null ? "" : `~${derived}`}`;
}

/** The figure that an id names; undefined when it is no id of ours. */
export function figureNamed(id: string): FigureName | undefined {
  const match = /^([^@~]+)((?:@[a-z]+)*)(?:~([A-Za-z]+))?$/u.exec(id);
  const [, path = "", marks = "", word] = match ?? [];
  const [concept = "", ...parts] = path.split("/");
  const derived = word === undefined ? null : DERIVATIONS.find((one) => one === word);
  if (concept === "" || derived === undefined) return undefined;
  const starting = (letter: string): string | undefined =>
    parts.find((part) => part.startsWith(letter))?.slice(1);
  const [line, code, evaluation] = [starting("L"), starting("C"), starting("E")];
  const field = starting("F");
  const column = parts.find((part) => /^[a-z]/u.test(part));
  return {
    address: {
      concept,
      ...(line === undefined ? {} : { line }),
      ...(code === undefined ? {} : { code: code === "" ? null : code }),
      ...(column === undefined ? {} : { column }),
      ...(marks.includes("@prior") ? { period: "prior" as const } : {}),
      ...(marks.includes("@initial") ? { stage: "initial" as const } : {}),
      ...(evaluation === undefined ? {} : { evaluation: Number(evaluation) }),
      ...(field === undefined ? {} : { field }),
    },
    derived,
  };
}
