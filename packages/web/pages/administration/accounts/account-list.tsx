// 用户: people with their roles and what these are over; invited by a link that is shown once.

import { accountChange, accountLink, accountView } from "@jueming/server/contract/administration.ts";
import type { AccountView } from "@jueming/server/contract/administration.ts";
import { pageOf } from "@jueming/server/contract/page.ts";
import { Button, Input, Popconfirm } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";

import { useAct } from "../../../api/acts.ts";
import { useLongList } from "../../../api/lists.ts";
import { useAddress } from "../../../parts/address.ts";
import { ProblemNote } from "../../../parts/form-dialog.tsx";
import type { Column } from "../../../parts/list-table/list-table.tsx";
import { ListTable, MoreRows } from "../../../parts/list-table/list-table.tsx";
import { Panel } from "../../../parts/page-frame.tsx";
import { EmptyState, Loaded } from "../../../parts/states.tsx";
import { AccountForm } from "./account-form.tsx";
import { OneTimeLink } from "./one-time-link.tsx";

const page = pageOf(accountView);

/** Link: for whom it is, and where it leads. */
interface Link {
  readonly name: string;
  readonly path: string;
}

/** AccountList (用户). */
export function AccountList(): ReactNode {
  const { words, change } = useAddress();
  const search = words["search"] ?? "";
  const list = useLongList(page, "/administration/accounts", { search });
  const [open, setOpen] = useState<AccountView | "new" | null>(null);
  const [link, setLink] = useState<Link | null>(null);
  return (
    <Panel>
      <div className="list-tools">
        <Input.Search
          className="search-field"
          aria-label="查找用户"
          placeholder="登录名或姓名"
          defaultValue={search}
          allowClear
          onSearch={(typed) => change({ search: typed })}
        />
        <div className="list-tools-end">
          <Button type="primary" onClick={() => setOpen("new")}>
            新增用户
          </Button>
        </div>
      </div>
      <Loaded query={list}>
        {(accounts) =>
          accounts.length === 0 ? (
            <EmptyState title="没有找到用户">换个登录名或姓名再查，或新增用户。</EmptyState>
          ) : (
            <>
              <Accounts accounts={accounts} onOpen={setOpen} onLink={setLink} />
              <MoreRows
                count={accounts.length}
                hasMore={list.hasMore}
                isBusy={list.isReadingMore}
                onMore={list.readMore}
              />
            </>
          )
        }
      </Loaded>
      {open === null ? null : (
        <AccountForm account={open === "new" ? null : open} onLink={setLink} onClose={() => setOpen(null)} />
      )}
      {link === null ? null : <OneTimeLink {...link} onClose={() => setLink(null)} />}
    </Panel>
  );
}

function Accounts({
  accounts,
  onOpen,
  onLink,
}: {
  readonly accounts: readonly AccountView[];
  readonly onOpen: (account: AccountView) => void;
  readonly onLink: (link: Link) => void;
}): ReactNode {
  const reset = useAct(accountLink, ({ ref }: AccountView) => ({
    method: "POST",
    path: `/administration/accounts/${ref}/reset`,
  }));
  const disable = useAct(accountView, ({ ref, disabled }: AccountView) => ({
    method: "PATCH",
    path: `/administration/accounts/${ref}`,
    body: accountChange.parse({ disabled: !disabled }),
  }));
  const columns: readonly Column<AccountView>[] = [
    { title: "登录名", cell: ({ login }) => login },
    { title: "姓名", cell: ({ name }) => name },
    { title: "岗位与范围", cell: (account) => <Grants account={account} /> },
    { title: "状态", cell: (account) => <State account={account} /> },
    {
      title: "操作",
      cell: (account) => (
        <AccountActs
          account={account}
          onOpen={() => onOpen(account)}
          onReset={() => {
            reset.mutate(account, { onSuccess: ({ path }) => onLink({ name: account.name, path }) });
          }}
          onDisable={() => disable.mutate(account)}
        />
      ),
    },
  ];
  const error = reset.error ?? disable.error;
  return (
    <>
      {error === null ? null : <ProblemNote error={error} />}
      <ListTable caption="用户" columns={columns} items={accounts} keyOf={({ ref }) => ref} />
    </>
  );
}

function AccountActs({
  account: { login, disabled },
  onOpen,
  onReset,
  onDisable,
}: {
  readonly account: AccountView;
  readonly onOpen: () => void;
  readonly onReset: () => void;
  readonly onDisable: () => void;
}): ReactNode {
  const word = disabled ? "恢复" : "停用";
  return (
    <span className="row-acts">
      <Button size="small" aria-label={`修改${login}`} onClick={onOpen}>
        修改
      </Button>
      <Popconfirm
        title="生成新的一次性链接？"
        description="本人用它设置新密码；旧密码在设置后失效。"
        onConfirm={onReset}
      >
        <Button size="small" aria-label={`重置密码 ${login}`}>
          重置密码
        </Button>
      </Popconfirm>
      <Popconfirm
        title={`${word}这个用户？`}
        description={disabled ? "恢复后可以重新登录。" : "停用后立即退出所有登录，做过的事仍有记录。"}
        onConfirm={onDisable}
      >
        <Button size="small" danger={!disabled} aria-label={word + login}>
          {word}
        </Button>
      </Popconfirm>
    </span>
  );
}

function Grants({ account: { grants } }: { readonly account: AccountView }): ReactNode {
  if (grants.length === 0) return <span className="soft">尚未授权</span>;
  return (
    <ul className="grant-list">
      {grants.map(({ role, roleName, scope, unit }) => (
        <li key={`${role} ${unit?.ref ?? ""}`}>
          {roleName}
          <span className="soft">
            {" · "}
            {unit === null ? "全地区" : unit.name}
            {scope === "department" ? "及所属单位" : ""}
          </span>
        </li>
      ))}
    </ul>
  );
}

function State({ account }: { readonly account: AccountView }): ReactNode {
  if (account.disabled) return <span className="severity-error">已停用</span>;
  if (account.locked) return <span className="severity-warning">密码多次错误，暂时锁定</span>;
  if (account.sample) return <span className="soft">示例岗位</span>;
  return account.hasPassword ? "正常" : <span className="soft">待本人设置密码</span>;
}
