// 通过、退回: one opinion for one report or for several; a return says what is to be changed.

import { Alert, Input, Modal } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";

import { messageOf } from "../../api/problem.ts";

export type Decision = "passed" | "returned";

export const decisionWords: Readonly<Record<Decision, string>> = { passed: "通过", returned: "退回" };

/** DecisionDialog (审核意见). */
export function DecisionDialog({
  decision,
  about,
  warning,
  isBusy,
  error,
  onDecide,
  onClose,
}: {
  readonly decision: Decision;
  /** Which reports, in words. */
  readonly about: string;
  /** What speaks against passing; null where nothing does. */
  readonly warning: string | null;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onDecide: (opinion: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const [opinion, setOpinion] = useState("");
  const isReturn = decision === "returned";
  const isLacking = isReturn && opinion.trim().length < 2;
  return (
    <Modal
      open
      title={`${decisionWords[decision]}：${about}`}
      okText={`确认${decisionWords[decision]}`}
      cancelText="再看看"
      okButtonProps={{ disabled: isLacking, danger: isReturn, loading: isBusy }}
      onOk={() => onDecide(opinion.trim())}
      onCancel={onClose}
    >
      <div className="decision">
        {error === null ? null : <Alert type="error" role="alert" title={messageOf(error)} />}
        {warning === null || isReturn ? null : <Alert type="warning" title={warning} />}
        <label htmlFor="decision-opinion">{isReturn ? "退回意见（必填）" : "审核意见（可不填）"}</label>
        <Input.TextArea
          id="decision-opinion"
          autoFocus
          rows={3}
          maxLength={4000}
          value={opinion}
          placeholder={isReturn ? "请写明哪里需要修改、依据是什么" : "同意"}
          onChange={(event) => setOpinion(event.target.value)}
        />
        <p className="soft">
          {isReturn
            ? "报告将退回填报单位修改；数字改动后，此前各环节的审核须重新进行。"
            : "通过后进入下一环节，意见记入报告。"}
        </p>
      </div>
    </Modal>
  );
}
