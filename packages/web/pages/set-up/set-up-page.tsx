// 启用账号: behind a one-time link: the first administrator, an invitation, or a forgotten password.
//   /app/set-up#<token>
// The link of the first start also asks for the region, login and name of the first administrator.
// The token stands after “#”, so that no log of a server or proxy keeps it.

import type { LinkPurpose } from "@jueming/server/contract/session.ts";
import { useNavigate } from "@tanstack/react-router";
import { Alert, Button, Form, Input } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";

import { ApiProblem, messageOf } from "../../api/problem.ts";
import { useLinkPurpose, useSetPassword, useSetUp } from "../../api/session.ts";
import { Entrance } from "../../parts/entrance.tsx";
import { Loaded } from "../../parts/states.tsx";

interface Values {
  readonly regionCode?: string;
  readonly regionName?: string;
  readonly login?: string;
  readonly name?: string;
  readonly password: string;
  readonly again: string;
}

const passwordLeast = 10;

const TITLES: Readonly<Record<LinkPurpose, string>> = {
  "set-up": "设立系统管理员",
  password: "设置密码",
};

export function Page(): ReactNode {
  const [token] = useState(() => location.hash.slice(1));
  const purpose = useLinkPurpose(token);
  if (token === "") {
    return (
      <Entrance title="启用账号">
        <Alert
          type="warning"
          showIcon
          title="链接不完整"
          description="请从启动窗口或管理员发来的消息中，完整复制一次性链接后重新打开。"
        />
      </Entrance>
    );
  }
  return (
    <Entrance title={purpose.data === undefined ? "启用账号" : TITLES[purpose.data]}>
      <Loaded query={purpose}>{(known) => <SetUpForm token={token} isFirst={known === "set-up"} />}</Loaded>
    </Entrance>
  );
}

function SetUpForm({ token, isFirst }: { readonly token: string; readonly isFirst: boolean }): ReactNode {
  const setUp = useSetUp();
  const setPassword = useSetPassword();
  const used = isFirst ? setUp : setPassword;
  const navigate = useNavigate();
  const onSuccess = (): void => void navigate({ to: "/", replace: true });
  const finish = (values: Values): void => {
    const { regionCode = "", regionName = "", login = "", name = "", password } = values;
    if (isFirst) setUp.mutate({ token, regionCode, regionName, login, name, password }, { onSuccess });
    else setPassword.mutate({ token, password }, { onSuccess });
  };
  return (
    <Form<Values> layout="vertical" requiredMark={false} onFinish={finish}>
      {used.error === null ? null : <SetUpProblem error={used.error} />}
      {isFirst ? <FirstFields /> : null}
      <Form.Item
        name="password"
        label="密码"
        extra={`至少 ${passwordLeast} 个字符；不要用单位名称、电话或生日。`}
        rules={[
          { required: true, message: "请输入密码" },
          { min: passwordLeast, message: `密码至少 ${passwordLeast} 个字符` },
        ]}
      >
        <Input.Password autoComplete="new-password" autoFocus={!isFirst} size="large" />
      </Form.Item>
      <Form.Item name="again" label="再输入一次" dependencies={["password"]} rules={[sameAsPassword]}>
        <Input.Password autoComplete="new-password" size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={used.isPending}>
        启用并进入
      </Button>
    </Form>
  );
}

/** What only the first administrator is asked. */
function FirstFields(): ReactNode {
  return (
    <>
      <Form.Item
        name="regionCode"
        label="本地区行政区划代码"
        rules={[{ required: true, pattern: /^\d{6}$/u, message: "请输入六位行政区划代码" }]}
      >
        <Input inputMode="numeric" maxLength={6} autoFocus size="large" />
      </Form.Item>
      <Form.Item name="regionName" label="本地区名称" rules={[{ required: true, message: "请输入地区名称" }]}>
        <Input placeholder="示例县" size="large" />
      </Form.Item>
      <Form.Item name="login" label="用户名" rules={[{ required: true, message: "请输入用户名" }]}>
        <Input autoComplete="username" size="large" />
      </Form.Item>
      <Form.Item name="name" label="姓名" rules={[{ required: true, message: "请输入姓名" }]}>
        <Input autoComplete="name" size="large" />
      </Form.Item>
    </>
  );
}

function SetUpProblem({ error }: { readonly error: Error }): ReactNode {
  const message = messageOf(error);
  // Of one field alone the message says it already.
  const fields = error instanceof ApiProblem ? Object.values(error.fields) : [];
  const others = fields.filter((one) => one !== message);
  return (
    <Alert
      className="entrance-alert"
      type="error"
      showIcon
      role="alert"
      title={message}
      description={others.length === 0 ? undefined : others.join("；")}
    />
  );
}

const sameAsPassword = ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
  validator: (_rule: unknown, value: unknown) =>
    value === getFieldValue("password")
      ? Promise.resolve()
      : Promise.reject(new Error("两次输入的密码不一致")),
});
