// The bar at the top: the product, where the person works and as what, the person.

import type { Grant, Session } from "@jueming/server/contract/session.ts";
import { Link } from "@tanstack/react-router";
import { Button, Dropdown } from "antd";
import type { ReactNode } from "react";

import { useSignOut } from "../api/session.ts";

/** TopBar (顶栏). */
export function TopBar({
  session,
  onMenu,
  onKeys,
}: {
  readonly session: Session;
  readonly onMenu: () => void;
  readonly onKeys: () => void;
}): ReactNode {
  const signOut = useSignOut();
  const items = [
    { key: "desk", label: deskOf(session.grants), disabled: true },
    { key: "keys", label: "键盘操作（?）", onClick: onKeys },
    { key: "portal", label: <a href="/">公开页面</a> },
    { key: "out", label: "退出登录", onClick: () => signOut.mutate() },
  ];
  return (
    <header className="top-bar">
      <Button className="top-menu" type="text" onClick={onMenu}>
        菜单
      </Button>
      <Link to="/" className="top-name">
        <img src={`${import.meta.env.BASE_URL}mark.svg`} alt="" width="22" height="22" />
        决明
      </Link>
      <span className="top-desk">{deskOf(session.grants)}</span>
      <Dropdown menu={{ items }} trigger={["click"]} placement="bottomRight">
        <Button type="text" className="top-person" aria-haspopup="menu">
          {session.account.name} <span aria-hidden="true">▾</span>
        </Button>
      </Dropdown>
    </header>
  );
}

/** “示例县财政局 · 财政业务审核”, and how many more there are. */
function deskOf(grants: readonly Grant[]): string {
  const [first, ...more] = grants;
  if (first === undefined) return "尚未授权：请联系系统管理员";
  const desk = `${(first.unit ?? first.region).name} · ${first.roleName}`;
  return more.length === 0 ? desk : `${desk} 等 ${more.length + 1} 项`;
}
