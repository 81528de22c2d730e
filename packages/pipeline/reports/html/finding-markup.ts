// One finding: what is wrong, the figures and where they stand, what to do, on what basis, and beside it
// the piece of the document.

import type { Finding, Operand } from "@jueming/core/checks/finding.ts";

import type { ShownFinding } from "../checked.ts";
import type { FindingExcerpts } from "../excerpts/excerpt.ts";
import { KIND_WORDS, SEVERITY_WORDS, placeText } from "../wording.ts";
import { excerptsMarkup } from "./excerpt-markup.ts";
import { escaped } from "./markup.ts";

/** FindingSetting: what a finding is shown with. */
export interface FindingSetting {
  readonly id: string;
  /** The file that places need not name; null for several. */
  readonly source: string | null;
  readonly excerpts: FindingExcerpts;
}

/** The finding as an article that filters can hide. */
export function findingMarkup(
  { finding, consequences }: ShownFinding,
  { id, source, excerpts }: FindingSetting,
): string {
  const { severity, kind, subject, explanation } = finding;
  const state = explanation === null ? severity : "explained";
  const beside = excerptsMarkup(excerpts, source);
  return [
    `<article class="finding ${state}${beside === "" ? " alone" : ""}" id="${id}" tabindex="-1"`,
    ` data-severity="${severity}" data-kind="${kind}" data-subject="${escaped(subject)}">`,
    `<p class="marks">${marks(finding)}</p>`,
    `<h3>${escaped(finding.message)}</h3>`,
    `<div class="body"><div class="verdict">`,
    resultMarkup(finding),
    operandsMarkup(finding.operands, source),
    proseMarkup(finding, source),
    consequencesMarkup(consequences),
    `</div>${beside}</div></article>\n`,
  ].join("");
}

function marks({ severity, kind, code, subject, sourceDoubt, explanation }: Finding): string {
  return [
    `<strong class="severity">${SEVERITY_WORDS[severity]}</strong>`,
    `<span class="kind">${KIND_WORDS[kind]}</span>`,
    `<span class="code">${escaped(code)}</span>`,
    `<span class="subject">${escaped(subject)}</span>`,
    ...(sourceDoubt ? [`<span class="badge">请核对原件</span>`] : []),
    ...(explanation === null ? [] : [`<span class="badge">已说明</span>`]),
  ].join(" ");
}

/** 应为, 实际, 相差, 舍入允许: those that the finding has. */
function resultMarkup({ expected, actual, gap, envelope }: Finding): string {
  const figures = [
    ["应为", expected, ""],
    ["实际", actual, ""],
    ["相差", gap, "gap"],
    ["舍入允许", envelope === "0" ? null : envelope, "minor"],
  ] as const;
  const items = figures.flatMap(([name, value, look]) =>
    value === null
      ? []
      : [`<div${look === "" ? "" : ` class="${look}"`}><dt>${name}</dt><dd>${escaped(value)}</dd></div>`],
  );
  return items.length === 0 ? "" : `<dl class="result">${items.join("")}</dl>`;
}

const OPERANDS_SHOWN = 6;

function operandsMarkup(operands: readonly Operand[], source: string | null): string {
  if (operands.length === 0) return "";
  const rows = operands.map((operand) => operandMarkup(operand, source));
  if (rows.length <= OPERANDS_SHOWN + 1) return operandsTable(rows);
  const rest = rows.slice(OPERANDS_SHOWN);
  return `${operandsTable(rows.slice(0, OPERANDS_SHOWN))}<details><summary>另有 ${rest.length} 个数</summary>${operandsTable(rest)}</details>`;
}

function operandsTable(rows: readonly string[]): string {
  return `<table class="operands"><tbody>${rows.join("")}</tbody></table>`;
}

function operandMarkup({ label, value, place }: Operand, source: string | null): string {
  const shown = value === null || value === "" ? `<span class="blank">空白</span>` : escaped(value);
  const where = escaped(placeText(place, source));
  return `<tr><th scope="row">${escaped(label)}</th><td class="n">${shown}</td><td class="place">${where}</td></tr>`;
}

function proseMarkup(finding: Finding, source: string | null): string {
  const { explanation, repair, advice, basis } = finding;
  const lines: readonly (readonly [name: string, text: string | null])[] = [
    ["说明", explanation],
    [
      "可能的更正",
      repair === null
        ? null
        : `${placeText(repair.place, source)} 由 ${repair.from} 改为 ${repair.to}，请核对原件后再改。`,
    ],
    ["建议", advice === "" ? null : advice],
    ["依据", basis],
  ];
  return lines
    .flatMap(([name, text]) =>
      text === null ? [] : [`<p class="line"><span class="name">${name}</span>${escaped(text)}</p>`],
    )
    .join("");
}

/** Findings that the same cause broke, folded; a message that does not name its subject gets it in front. */
function consequencesMarkup(consequences: readonly Finding[]): string {
  if (consequences.length === 0) return "";
  const items = consequences.map(({ code, subject, message }) => {
    const named = message.includes(subject) ? message : `${subject}：${message}`;
    return `<li><span class="code">${escaped(code)}</span> ${escaped(named)}</li>`;
  });
  return `<details><summary>同一原因引起的 ${items.length} 个问题</summary><ul>${items.join("")}</ul></details>`;
}
