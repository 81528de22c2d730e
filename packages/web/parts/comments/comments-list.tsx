// 批注: what was said of the report and its figures; answers, what is settled, and a new one on the cell where one stands.

import type { CommentView, ReportSpot } from "@jueming/server/contract/review.ts";
import { aboutOf, spotOf } from "@jueming/server/contract/review.ts";
import { Alert, Button, Input, Radio } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";

import { messageOf } from "../../api/problem.ts";
import { EmptyState } from "../states.tsx";
import { useCommenting, useSettling } from "./comment-questions.ts";
import "./comments.css";

/** CommentsList (批注). */
export function CommentsList({
  report,
  comments,
  mayComment,
  mayAsk,
  standing,
  onGo,
}: {
  readonly report: string;
  readonly comments: readonly CommentView[];
  readonly mayComment: boolean;
  readonly mayAsk: boolean;
  /** The cell where one stands, and its name; null is the whole report. Undefined where comments are on the whole alone. */
  readonly standing: { readonly spot: ReportSpot; readonly name: string } | null | undefined;
  readonly onGo: (spot: ReportSpot) => void;
}): ReactNode {
  return (
    <>
      {mayComment ? <NewComment report={report} mayAsk={mayAsk} standing={standing} /> : null}
      {comments.length === 0 ? (
        <EmptyState title="还没有批注">
          {standing === undefined
            ? "审核人就数字所作的批注和提问列在这里，可在此答复。"
            : "在左侧表格中选中一格，即可就该数字批注或请单位说明。"}
        </EmptyState>
      ) : (
        <ul className="said-list">
          {comments.map((comment) => (
            <Said key={comment.ref} report={report} comment={comment} mayAnswer={mayComment} onGo={onGo} />
          ))}
        </ul>
      )}
    </>
  );
}

function NewComment({
  report,
  mayAsk,
  standing,
}: {
  readonly report: string;
  readonly mayAsk: boolean;
  readonly standing: { readonly spot: ReportSpot; readonly name: string } | null | undefined;
}): ReactNode {
  const [isWhole, setWhole] = useState(false);
  const [isQuestion, setQuestion] = useState(false);
  const [text, setText] = useState("");
  const send = useCommenting(report);
  const about = isWhole ? null : (standing ?? null);
  return (
    <form
      className="said-form"
      onSubmit={(event) => {
        event.preventDefault();
        const draft = {
          text: text.trim(),
          kind: isQuestion ? ("question" as const) : ("remark" as const),
          about: about === null ? null : aboutOf(about.spot),
        };
        send.mutate(draft, { onSuccess: () => setText("") });
      }}
    >
      {standing === undefined ? null : (
        <AboutChoice standing={standing} isWhole={about === null} onWhole={setWhole} />
      )}
      <Input.TextArea
        aria-label="批注内容"
        rows={2}
        maxLength={4000}
        value={text}
        placeholder="写明要核对或说明的事项"
        onChange={(event) => setText(event.target.value)}
      />
      {mayAsk ? (
        <Radio.Group
          aria-label="批注类型"
          value={isQuestion}
          onChange={({ target }) => setQuestion(target.value === true)}
          options={[
            { value: false, label: "批注" },
            { value: true, label: "请单位说明" },
          ]}
        />
      ) : null}
      {send.isError ? <Alert type="error" role="alert" title={messageOf(send.error)} /> : null}
      <Button size="small" htmlType="submit" disabled={text.trim() === ""} loading={send.isPending}>
        发送
      </Button>
    </form>
  );
}

function AboutChoice({
  standing,
  isWhole,
  onWhole,
}: {
  readonly standing: { readonly name: string } | null;
  readonly isWhole: boolean;
  readonly onWhole: (isWhole: boolean) => void;
}): ReactNode {
  return (
    <Radio.Group
      aria-label="批注对象"
      value={isWhole ? "report" : "cell"}
      onChange={({ target }) => onWhole(target.value === "report")}
      options={[
        { value: "cell", label: standing?.name ?? "选中的格", disabled: standing === null },
        { value: "report", label: "整份报告" },
      ]}
    />
  );
}

function Said({
  report,
  comment,
  mayAnswer,
  onGo,
}: {
  readonly report: string;
  readonly comment: CommentView;
  readonly mayAnswer: boolean;
  readonly onGo: (spot: ReportSpot) => void;
}): ReactNode {
  const { ref, kind, about, label, text, by, at, version, answers, resolvedAt, mayResolve } = comment;
  const settle = useSettling(report);
  const isWaiting = kind === "question" && answers.length === 0 && resolvedAt === null;
  return (
    <li>
      <p className="soft">
        {kind === "question" ? "请说明" : "批注"} · {by} · {dayOf(at)} · 第 {version} 版
        {resolvedAt === null ? "" : " · 已销结"}
        {isWaiting ? " · 待答复" : ""}
      </p>
      {about === null ? null : (
        <Button size="small" type="link" className="said-about" onClick={() => onGo(spotOf(about))}>
          {label}
        </Button>
      )}
      <p className="said-text">{text}</p>
      {answers.length === 0 ? null : (
        <ul className="said-answers">
          {answers.map((answer) => (
            <li key={answer.ref}>
              <p className="soft">
                {answer.by} · {dayOf(answer.at)}
              </p>
              <p className="said-text">{answer.text}</p>
            </li>
          ))}
        </ul>
      )}
      {settle.isError ? <Alert type="error" role="alert" title={messageOf(settle.error)} /> : null}
      {resolvedAt === null ? (
        <div className="said-acts">
          {mayAnswer ? <Answer report={report} to={ref} /> : null}
          {mayResolve ? (
            <Button size="small" loading={settle.isPending} onClick={() => settle.mutate(ref)}>
              销结
            </Button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}

function Answer({ report, to }: { readonly report: string; readonly to: string }): ReactNode {
  const [text, setText] = useState<string | null>(null);
  const send = useCommenting(report);
  if (text === null) {
    return (
      <Button size="small" onClick={() => setText("")}>
        答复
      </Button>
    );
  }
  return (
    <form
      className="said-form"
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate({ text: text.trim(), answerTo: to }, { onSuccess: () => setText(null) });
      }}
    >
      <Input.TextArea
        aria-label="答复内容"
        autoFocus
        rows={2}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {send.isError ? <Alert type="error" role="alert" title={messageOf(send.error)} /> : null}
      <Button size="small" htmlType="submit" disabled={text.trim() === ""} loading={send.isPending}>
        发送答复
      </Button>
    </form>
  );
}

/** The day and the minute in China. */
export const dayOf = (at: string): string =>
  new Date(at).toLocaleString("zh-CN", { timeZone: "Etc/GMT-8", dateStyle: "short", timeStyle: "short" });
