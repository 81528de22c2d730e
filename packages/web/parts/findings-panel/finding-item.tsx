// One finding: what is wrong, its figures with the way to each, what to do, and — folded — why.

import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import type { ReactNode } from "react";

import type { ExplainFinding, Finding, FindingPlace, OfferedExplanation } from "./finding.ts";
import { dueOf } from "./finding-due.ts";
import { FindingExplanation } from "./finding-explanation.tsx";
import "./findings-panel.css";

/** FindingItem (一条问题). */
export function FindingItem({
  finding,
  sameCause,
  offered = [],
  onGo,
  onExplain,
}: {
  readonly finding: Finding;
  readonly sameCause: readonly Finding[];
  /** What was said of it a year before. */
  readonly offered?: readonly OfferedExplanation[];
  readonly onGo: (place: FindingPlace) => void;
  readonly onExplain?: ExplainFinding;
}): ReactNode {
  const { kind, subject, message, advice, basis, code, sourceDoubt } = finding;
  return (
    <article className="finding">
      <p className="finding-about soft">
        {subject} · {dueOf(finding)}
        {sourceDoubt ? " · 可能是识别有误，请对照原件" : ""}
      </p>
      <p className="finding-message">{message}</p>
      <Operands finding={finding} onGo={onGo} />
      <p>{advice}</p>
      {kind === "explain" ? (
        <FindingExplanation
          finding={finding}
          offered={offered}
          {...(onExplain === undefined ? {} : { onExplain })}
        />
      ) : null}
      {sameCause.length === 0 ? null : (
        <details>
          <summary>同一原因引起的另外 {sameCause.length} 个问题</summary>
          <ul>
            {sameCause.map((other) => (
              <li key={`${other.rule} ${other.message}`}>{other.message}</li>
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary>依据（{code}）</summary>
        <p>{basis}</p>
        <p>
          <Link to="/rules" search={{ search: code }}>
            看规则 {code} 和对错示例
          </Link>
        </p>
      </details>
    </article>
  );
}

function Operands({
  finding: { operands, expected, actual, gap },
  onGo,
}: {
  readonly finding: Finding;
  readonly onGo: (place: FindingPlace) => void;
}): ReactNode {
  const results = [
    ["应为", expected],
    ["实为", actual],
    ["相差", gap],
  ] as const;
  return (
    <table className="finding-figures">
      <tbody>
        {operands.map(({ label, value, place }) => (
          <tr key={`${label} ${JSON.stringify(place)}`}>
            <th scope="row">{label}</th>
            <td className="figure">{value ?? "空"}</td>
            <td>
              <Button size="small" type="link" aria-label={`去看 ${label}`} onClick={() => onGo(place)}>
                去看
              </Button>
            </td>
          </tr>
        ))}
        {results.map(([word, value]) =>
          value === null ? null : (
            <tr key={word} className="finding-result">
              <th scope="row">{word}</th>
              <td className="figure">{value}</td>
              <td />
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
