// 登录: login and password; where the server offers the sample data's desks, one click for each.

import type { SignInOptions } from "@jueming/server/contract/session.ts";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Alert, Button, Form, Input } from "antd";
import type { ReactNode } from "react";
import { useEffect } from "react";

import { messageOf } from "../../api/problem.ts";
import { useSampleSignIn, useSession, useSignIn, useSignInOptions } from "../../api/session.ts";
import { Entrance } from "../../parts/entrance.tsx";

export function Page(): ReactNode {
  const session = useSession();
  const options = useSignInOptions();
  const signIn = useSignIn();
  const sample = useSampleSignIn();
  useReturn(session.data != null);
  const error = signIn.error ?? sample.error ?? session.error ?? options.error;
  const samples = options.data?.sampleDesks ?? [];
  return (
    <Entrance title="登录工作台">
      {error === null ? null : (
        <Alert className="entrance-alert" type="error" showIcon title={messageOf(error)} role="alert" />
      )}
      <Form<{ login: string; password: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => signIn.mutate(values)}
      >
        <Form.Item name="login" label="用户名" rules={[{ required: true, message: "请输入用户名" }]}>
          <Input autoComplete="username" autoFocus size="large" />
        </Form.Item>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: "请输入密码" }]}>
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
          登录
        </Button>
      </Form>
      {samples.length === 0 ? (
        <p className="soft entrance-note">
          {options.data?.needsSetUp === true
            ? "系统尚未启用：请用启动窗口中显示的一次性链接设立系统管理员。"
            : "忘记密码或还没有账号，请联系本地区的系统管理员取得一次性链接。"}
        </p>
      ) : (
        <SampleDesks
          samples={samples}
          needsSetUp={options.data?.needsSetUp === true}
          isBusy={sample.isPending}
          onChoose={(login) => sample.mutate({ login })}
        />
      )}
    </Entrance>
  );
}

/** The desks of the sample data. */
function SampleDesks({
  samples,
  needsSetUp,
  isBusy,
  onChoose,
}: {
  readonly samples: SignInOptions["sampleDesks"];
  readonly needsSetUp: boolean;
  readonly isBusy: boolean;
  readonly onChoose: (login: string) => void;
}): ReactNode {
  return (
    <section className="desks" aria-labelledby="desks-title">
      <h2 id="desks-title">示例数据：点一下即以该岗位进入</h2>
      <p className="soft">
        只在本机、且装有示例数据时提供。
        {needsSetUp ? "正式使用，请打开启动窗口中显示的一次性链接设立系统管理员。" : ""}
      </p>
      <ul>
        {samples.map((desk) => (
          <li key={desk.login}>
            <button type="button" className="desk" disabled={isBusy} onClick={() => onChoose(desk.login)}>
              <strong>{desk.desk}</strong>
              <span className="soft">{desk.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Once signed in, back to where the person wanted to go; never to another site. */
function useReturn(isSignedIn: boolean): void {
  const navigate = useNavigate();
  const { next }: { next?: unknown } = useSearch({ strict: false });
  useEffect(() => {
    if (!isSignedIn) return;
    const isOurs = typeof next === "string" && /^\/(?![/\\])/u.test(next);
    void navigate({ to: isOurs ? next : "/", replace: true });
  }, [isSignedIn, next, navigate]);
}
