// 示例数据: what the sample holds, and its removal by an office that has tried the product and goes on by itself.

import type { SampleView } from "@jueming/server/contract/sample.ts";
import { sampleRemoved, sampleView } from "@jueming/server/contract/sample.ts";
import type { UseQueryResult } from "@tanstack/react-query";
import { useQuery } from "@tanstack/react-query";
import { App, Button, Checkbox, Form } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";

import { useAct } from "../../api/acts.ts";
import { downloadAddress, read } from "../../api/client.ts";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { Panel } from "../../parts/page-frame.tsx";

type Sample = NonNullable<SampleView>;

/** The sample, where there is one that this person may remove. */
export const useSample = (isAsked: boolean): UseQueryResult<SampleView> =>
  useQuery({
    queryKey: ["sample"],
    queryFn: async ({ signal }) => (await read(sampleView, "/administration/sample", signal)).sample,
    enabled: isAsked,
  });

/** SampleData (示例数据). */
export function SampleData({ sample }: { readonly sample: Sample }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel title="示例数据">
      <div className="panel-text">
        <p>
          数据库里有首次启动时载入的示例数据：{sample.name}的 {sample.units} 个单位、{sample.reports}{" "}
          份报告及其操作日志、公开页面和示例岗位。开始正式工作后可以移除，本单位的单位、用户、任务和报告不受影响。
        </p>
        {sample.isAlone ? (
          <p>
            现在还没有设立本单位的系统管理员，不能移除。请先打开服务启动时给出的一次性链接设立系统管理员，再由其移除。
          </p>
        ) : (
          <Button danger onClick={() => setOpen(true)}>
            移除示例数据
          </Button>
        )}
      </div>
      {isOpen ? <RemoveSample sample={sample} onClose={() => setOpen(false)} /> : null}
    </Panel>
  );
}

interface Confirmation {
  readonly isSure?: boolean;
  readonly withAdditions?: boolean;
}

/** What goes is said before it goes, once more than for other acts: it cannot be taken back. */
function RemoveSample({
  sample,
  onClose,
}: {
  readonly sample: Sample;
  readonly onClose: () => void;
}): ReactNode {
  const { message } = App.useApp();
  const act = useAct(sampleRemoved, ({ withAdditions }: { readonly withAdditions: boolean }) => ({
    method: "POST",
    path: "/administration/sample/removal",
    body: { withAdditions },
  }));
  // The dialog is gone with the sample when the answer has been read: the promise outlives it. Its error is act.error.
  const finish = ({ withAdditions = false }: Confirmation): void =>
    void act.mutateAsync({ withAdditions }).then(
      ({ name }) => void message.success(`已移除示例数据（${name}）`),
      () => undefined,
    );
  return (
    <FormDialog<Confirmation>
      title="移除示例数据"
      okText="移除"
      initial={{ isSure: false, withAdditions: false }}
      error={act.error}
      isBusy={act.isPending}
      onFinish={finish}
      onClose={onClose}
    >
      <p>
        {sample.name}
        的全部内容将从数据库和公开页面中移除，不能撤销；示例岗位随即退出登录，登录页不再提供示例岗位。移除会记入操作日志。
      </p>
      <p>
        <Button size="small" href={downloadAddress("/administration/backup")} download>
          先下载备份
        </Button>
      </p>
      {sample.additions.length === 0 ? null : <Additions sample={sample} />}
      <Form.Item name="isSure" valuePropName="checked" rules={[mustBeTicked("请先确认")]}>
        <Checkbox>我确认移除{sample.name}的全部示例数据</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}

/** What people have put into the sample themselves needs a word of its own. */
function Additions({ sample }: { readonly sample: Sample }): ReactNode {
  return (
    <>
      <p>其中有试用时添加的内容，会一同移除；要保留的，请先下载，或在本单位的地区重新登记：</p>
      <ul>
        {sample.additions.map(({ name, count, examples }) => (
          <li key={name}>
            {name} {count} 个：{examples.join("、")}
            {count > examples.length ? " 等" : ""}
          </li>
        ))}
      </ul>
      <Form.Item
        name="withAdditions"
        valuePropName="checked"
        rules={[mustBeTicked("这些内容要保留的，请先不要移除")]}
      >
        <Checkbox>以上内容都不需要，一并移除</Checkbox>
      </Form.Item>
    </>
  );
}

const mustBeTicked = (message: string) => ({
  validator: (_rule: unknown, value: unknown) =>
    value === true ? Promise.resolve() : Promise.reject(new Error(message)),
});
