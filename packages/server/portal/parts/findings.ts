// 公开质量: whether a report was published in time, whether it is complete, and what the checks still ask.

import type { PublicFinding } from "../../contract/public-report.ts";
import type { PublicLine } from "../../store/public-reports.ts";
import { dayText } from "../amounts.ts";
import type { Markup, Piece } from "../html.ts";
import { html } from "../html.ts";

const SEVERITIES = { error: "错误", warning: "警告", hint: "提示" } as const;
const KINDS = { logic: "逻辑性", explain: "核实性" } as const;

/** The quality of one published report. */
export function qualityMarkup(
  line: PublicLine,
  { findings, notChecked }: { readonly findings: readonly PublicFinding[]; readonly notChecked: number },
): Markup {
  const { errors, warnings, hints, explained } = line;
  return html`<dl class="tiles">
      <div class="tile">
        <dt>是否及时</dt>
        <dd>${timeliness(line)}</dd>
      </div>
      <div class="tile">
        <dt>是否完整</dt>
        <dd>${completeness(line, findings)}</dd>
      </div>
      <div class="tile">
        <dt>是否前后一致</dt>
        <dd>
          ${consistency(line)}
          <span class="more"
            >待改正或说明：错误 ${errors}、警告 ${warnings}、提示 ${hints}；已说明 ${explained}</span
          >
        </dd>
      </div>
      <div class="tile">
        <dt>核对范围</dt>
        <dd>
          <span class="more"
            >按表内、表间、文字与表格、绩效自评的勾稽关系逐项核对${
              notChecked > 0 ? `，其中 ${notChecked} 项因公开文件没有所需数字未能核对` : ""
            }。</span
          >
        </dd>
      </div>
    </dl>
    ${findings.length > 0 && listMarkup(findings)}`;
}

function timeliness({ due, timely, publishedAt }: PublicLine): Piece {
  const day = html`<span class="more"
    >公开时间 ${dayText(publishedAt)}${due === null ? "" : `，应于 ${dueText(due)} 前公开`}</span
  >`;
  if (timely === null) return day;
  return timely
    ? html`<span class="severity good">按时公开</span> ${day}`
    : html`<span class="severity warning">超过期限公开</span> ${day}`;
}

/** 财预〔2016〕143号: all parts in their order (S-02), all tables, the empty ones too (S-04). */
const COMPLETE = new Set(["main-parts-stand-in-order", "all-tables-are-published"]);

function completeness({ kind }: PublicLine, findings: readonly PublicFinding[]): Piece {
  const missing = findings.filter(({ rule, explanation }) => COMPLETE.has(rule) && explanation === null);
  if (missing.length > 0)
    return html`<span class="severity error">不齐全</span>
      <span class="more">${missing.map(({ message }) => message).join("；")}</span>`;
  return html`<span class="severity good">齐全</span>
    <span class="more"
      >${kind === "final-accounts" ? "规定的各部分和决算表都已公开，无数据的表也已列出" : "规定的内容都已公开"}</span
    >`;
}

const dueText = (due: string): string => {
  const [year = "", month = "", day = ""] = due.split("-");
  return `${year} 年 ${Number(month)} 月 ${Number(day)} 日`;
};

function consistency({ errors, warnings }: PublicLine): Piece {
  if (errors > 0) return html`<span class="severity error">有数字前后矛盾</span> `;
  if (warnings > 0) return html`<span class="severity warning">有待说明的事项</span> `;
  return html`<span class="severity good">未发现矛盾</span> `;
}

const isOpen = ({ explanation }: PublicFinding): boolean => explanation === null;

function listMarkup(findings: readonly PublicFinding[]): Markup {
  const important = findings.filter((one) => one.severity !== "hint" || !isOpen(one));
  const rest = findings.filter((one) => one.severity === "hint" && isOpen(one));
  return html`${
    important.length > 0 &&
    html`<ul class="list">
      ${important.map(findingMarkup)}
    </ul>`
  }
  ${
    rest.length > 0 &&
    html`<details>
      <summary>提示 ${rest.length} 条</summary>
      <ul class="list">
        ${rest.map(findingMarkup)}
      </ul>
    </details>`
  }`;
}

const findingMarkup = ({ severity, kind, subject, message, basis, explanation }: PublicFinding): Markup =>
  html`<li>
    <span class="severity ${severity}">${SEVERITIES[severity]}</span>
    <span class="note">（${KINDS[kind]}）</span>
    ${subject !== "" && !message.includes(subject) && `${subject}：`}${message}
    <span class="soft">依据：${basis}</span>
    ${explanation !== null && html`<blockquote><b>单位说明</b> ${explanation}</blockquote>`}
  </li>`;
