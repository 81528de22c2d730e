// The explanation of a finding of kind 核实性: typed, or taken over from last year and then read anew.

import { Button } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";

import type { ExplainFinding, Finding, OfferedExplanation } from "./finding.ts";

/** FindingExplanation (核实性说明). */
export function FindingExplanation({
  finding,
  offered,
  onExplain,
}: {
  readonly finding: Finding;
  readonly offered: readonly OfferedExplanation[];
  readonly onExplain?: ExplainFinding;
}): ReactNode {
  const kept = finding.explanation ?? "";
  const [text, setText] = useState(kept);
  const [from, setFrom] = useState<OfferedExplanation | null>(null);
  if (onExplain === undefined) return <p>核实性说明：{kept === "" ? "尚未填写" : kept}</p>;
  const isTakenOver = from !== null && text.trim() === from.text.trim();
  return (
    <div className="finding-explanation">
      <textarea
        aria-label="核实性说明"
        placeholder="请说明情况及原因；说明随报告保存，下一年度可供参考"
        rows={2}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {isTakenOver ? (
        <p className="finding-anew" role="status">
          <span aria-hidden="true">▲</span> 沿用 {from.year} 年度的说明
          {from.sameFigures ? "" : "，而数字已经不同"}。请按今年的情况重新核对、改好，再保存。
        </p>
      ) : null}
      <Button
        size="small"
        disabled={text.trim() === "" || text === kept}
        onClick={() => onExplain(finding, text.trim(), from?.ref ?? null)}
      >
        {isTakenOver ? "已核对，保存说明" : "保存说明"}
      </Button>
      {isTakenOver || kept !== "" ? null : (
        <Offers
          offered={offered}
          onTake={(one) => {
            setFrom(one);
            setText(one.text);
          }}
        />
      )}
    </div>
  );
}

function Offers({
  offered,
  onTake,
}: {
  readonly offered: readonly OfferedExplanation[];
  readonly onTake: (offer: OfferedExplanation) => void;
}): ReactNode {
  return offered.map((one) => (
    <section key={one.ref} className="finding-offer" aria-label={`${one.year} 年度的说明`}>
      <p className="soft">{one.year} 年度的说明</p>
      <p>{one.text}</p>
      <Button size="small" onClick={() => onTake(one)}>
        沿用，再核对
      </Button>
    </section>
  ));
}
