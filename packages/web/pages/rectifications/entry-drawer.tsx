// An entry opened: the problem, what the unit fills in, the steps that may be taken, and all that was done.

import type { RectificationChange, RectificationView } from "@jueming/server/contract/rectifications.ts";
import { rectificationView } from "@jueming/server/contract/rectifications.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Drawer, Form, Input } from "antd";
import type { ReactNode } from "react";

import { useAct } from "../../api/acts.ts";
import { read } from "../../api/client.ts";
import { ProblemNote } from "../../parts/form-dialog.tsx";
import { Loaded } from "../../parts/states.tsx";
import { EntryFiles } from "./entry-files.tsx";
import { EntryState } from "./entry-state.tsx";

type Fields = RectificationView["fields"];

/** EntryDrawer (整改事项). */
export function EntryDrawer({
  ref_,
  onClose,
}: {
  readonly ref_: string;
  readonly onClose: () => void;
}): ReactNode {
  const query = useQuery({
    queryKey: ["rectification", ref_],
    queryFn: ({ signal }) => read(rectificationView, `/rectifications/${ref_}`, signal),
  });
  return (
    <Drawer
      open
      size={560}
      title={query.data === undefined ? "整改事项" : `整改事项 ${query.data.number}`}
      onClose={onClose}
    >
      <Loaded query={query}>{(entry) => <Entry key={entry.revision} entry={entry} />}</Loaded>
    </Drawer>
  );
}

function Entry({ entry }: { readonly entry: RectificationView }): ReactNode {
  const act = useAct(rectificationView, (body: RectificationChange) => ({
    method: "PATCH",
    path: `/rectifications/${entry.ref}`,
    body,
  }));
  const [form] = Form.useForm<Fields>();
  const send = (state?: RectificationView["state"]): void => {
    const values = form.getFieldsValue();
    const verifies = state === "closed" || state === "returned" || state === "dismissed";
    const fields = verifies ? { note: values.note } : entry.mayEdit ? values : {};
    act.mutate({ revision: entry.revision, fields, ...(state === undefined ? {} : { state }) });
  };
  return (
    <>
      <Facts entry={entry} />
      {act.error === null ? null : <ProblemNote error={act.error} />}
      <Form<Fields> form={form} layout="vertical" initialValues={entry.fields}>
        <EntryFields mayEdit={entry.mayEdit} mayJudge={entry.next.length > 0} />
      </Form>
      <EntryFiles entry={entry} />
      <div className="entry-acts">
        {entry.mayEdit ? (
          <Button type="primary" loading={act.isPending} onClick={() => send()}>
            保存
          </Button>
        ) : null}
        {entry.next.map(({ state, name }) => (
          <Button
            key={state}
            loading={act.isPending}
            danger={state === "returned"}
            onClick={() => send(state)}
          >
            {stepWords[state] ?? name}
          </Button>
        ))}
      </div>
      <h2>办理记录</h2>
      <History entry={entry} />
    </>
  );
}

/** What a step is called on its button, where the state's own name does not say it. */
const stepWords: Partial<Readonly<Record<RectificationView["state"], string>>> = {
  "in-progress": "开始整改",
  done: "报告已整改",
  closed: "核实销号",
  returned: "退回",
  open: "改为待整改",
};

function Facts({ entry }: { readonly entry: RectificationView }): ReactNode {
  const { unit, year, state, stateName, late, origin, code, severity, subject, problem, advice, recurrence } =
    entry;
  const rows: readonly (readonly [string, ReactNode])[] = [
    ["单位", `${unit.name}（${year}年度）`],
    ["状态", <EntryState key="state" state={state} name={stateName} />],
    ["来源", [origin, code, severity].filter((part) => part !== null && part !== "").join(" · ")],
    ["对象", subject],
    ["问题", problem],
    ["建议", advice],
    [
      "到期情况",
      late === null ? (
        ""
      ) : (
        <span key="late" className="severity-error">
          ⚠ 逾期 {late} 天
        </span>
      ),
    ],
    ["上年同类", recurrence ?? ""],
    [
      "所在报告",
      entry.report === null ? (
        ""
      ) : (
        <Link key="report" to={`/reports/${entry.report}`}>
          打开报告
        </Link>
      ),
    ],
  ];
  return (
    <dl className="entry-facts">
      {rows
        .filter(([, value]) => value !== "")
        .map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} value`}>{value}</dd>])}
    </dl>
  );
}

function EntryFields({
  mayEdit,
  mayJudge,
}: {
  readonly mayEdit: boolean;
  readonly mayJudge: boolean;
}): ReactNode {
  return (
    <>
      <div className="form-pairs">
        <Form.Item name="ownerUnit" label="责任单位（科室）">
          <Input readOnly={!mayEdit} />
        </Form.Item>
        <Form.Item name="owner" label="责任人">
          <Input readOnly={!mayEdit} />
        </Form.Item>
        <Form.Item name="dueDate" label="整改期限">
          <Input type="date" readOnly={!mayEdit} />
        </Form.Item>
      </div>
      <Form.Item name="measure" label="整改措施">
        <Input.TextArea rows={2} readOnly={!mayEdit} />
      </Form.Item>
      <Form.Item name="evidence" label="佐证材料（名称、文号或存放处；文件在下面上传）">
        <Input.TextArea rows={2} readOnly={!mayEdit} />
      </Form.Item>
      <Form.Item name="note" label="说明（退回、不予整改须写明理由）">
        <Input.TextArea rows={2} readOnly={!mayEdit && !mayJudge} />
      </Form.Item>
    </>
  );
}

function History({ entry: { history } }: { readonly entry: RectificationView }): ReactNode {
  return (
    <ol className="entry-history">
      {history.map(({ date, by, what, from, to }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- events are only ever added, and never change
        <li key={index}>
          <span className="soft">
            {date} {by ?? "系统"}
          </span>
          <br />
          {what}
          {from === "" && to === ""
            ? ""
            : `：${from === "" ? "（空）" : from} → ${to === "" ? "（空）" : to}`}
        </li>
      ))}
    </ol>
  );
}
