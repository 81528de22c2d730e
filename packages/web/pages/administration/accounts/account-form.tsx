// A person with roles: invited, or changed.

import { accountLink, accountView } from "@jueming/server/contract/administration.ts";
import type { AccountView } from "@jueming/server/contract/administration.ts";
import { Form, Input } from "antd";
import type { ReactNode } from "react";

import { useAct } from "../../../api/acts.ts";
import { regionOf, useSignedIn } from "../../../api/session.ts";
import { FormDialog } from "../../../parts/form-dialog.tsx";
import type { GrantRow } from "./grant-rows.tsx";
import { GrantRows } from "./grant-rows.tsx";

interface Values {
  readonly login: string;
  readonly name: string;
  readonly grants: readonly GrantRow[];
}

/** AccountForm (用户信息). */
export function AccountForm({
  account,
  onLink,
  onClose,
}: {
  readonly account: AccountView | null;
  readonly onLink: (link: { readonly name: string; readonly path: string }) => void;
  readonly onClose: () => void;
}): ReactNode {
  return account === null ? (
    <Invitation onLink={onLink} onClose={onClose} />
  ) : (
    <Change account={account} onClose={onClose} />
  );
}

const bare = (grants: readonly GrantRow[]) => grants.map(({ role, scope, unit }) => ({ role, scope, unit }));

function Invitation({
  onLink,
  onClose,
}: {
  readonly onLink: (link: { readonly name: string; readonly path: string }) => void;
  readonly onClose: () => void;
}): ReactNode {
  const region = regionOf(useSignedIn());
  const act = useAct(accountLink, ({ login, name, grants }: Values) => ({
    method: "POST",
    path: "/administration/accounts",
    body: { region, login, name, grants: bare(grants) },
  }));
  const finish = (values: Values): void =>
    act.mutate(values, {
      onSuccess: ({ path }) => {
        onClose();
        onLink({ name: values.name, path });
      },
    });
  return (
    <FormDialog<Values>
      title="新增用户"
      okText="新增并生成链接"
      width={680}
      initial={{ grants: [{ role: "filler", scope: "unit", unit: null, unitName: null }] }}
      error={act.error}
      isBusy={act.isPending}
      onFinish={finish}
      onClose={onClose}
    >
      <div className="form-columns">
        <Form.Item
          name="login"
          label="登录名"
          rules={[
            { required: true, min: 2, message: "请输入登录名（至少两个字符）" },
            { pattern: /^[\p{L}\p{N}._@-]+$/u, message: "只能用文字、数字和 . _ @ -" },
          ]}
        >
          <Input autoFocus autoComplete="off" />
        </Form.Item>
        <NameField />
      </div>
      <GrantsField />
    </FormDialog>
  );
}

function Change({
  account,
  onClose,
}: {
  readonly account: AccountView;
  readonly onClose: () => void;
}): ReactNode {
  const act = useAct(accountView, ({ name, grants }: Values) => ({
    method: "PATCH",
    path: `/administration/accounts/${account.ref}`,
    body: { name, grants: bare(grants) },
  }));
  const grants = account.grants.map(({ role, scope, unit }) => ({
    role,
    scope,
    unit: unit?.ref ?? null,
    unitName: unit?.name ?? null,
  }));
  return (
    <FormDialog<Values>
      title={`修改用户 ${account.login}`}
      okText="保存"
      width={680}
      initial={{ name: account.name, grants }}
      error={act.error}
      isBusy={act.isPending}
      onFinish={(values) => act.mutate(values, { onSuccess: onClose })}
      onClose={onClose}
    >
      <NameField />
      <GrantsField />
    </FormDialog>
  );
}

function NameField(): ReactNode {
  return (
    <Form.Item name="name" label="姓名" rules={[{ required: true, message: "请输入姓名" }]}>
      <Input autoComplete="off" />
    </Form.Item>
  );
}

function GrantsField(): ReactNode {
  return (
    <Form.Item
      name="grants"
      label="岗位与范围"
      rules={[
        {
          validator: (_rule: unknown, rows: readonly GrantRow[]) =>
            rows.length > 0 && rows.every(({ scope, unit }) => scope === "region" || unit !== null)
              ? Promise.resolve()
              : Promise.reject(new Error("至少一个岗位；范围是部门或单位的，请选择是哪一个")),
        },
      ]}
    >
      <GrantRows />
    </Form.Item>
  );
}
