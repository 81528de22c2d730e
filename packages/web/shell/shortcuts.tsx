// Keys that work everywhere outside of fields: g and a letter goes to a page, ? shows the keys.

import type { Session } from "@jueming/server/contract/session.ts";
import { useNavigate } from "@tanstack/react-router";
import { Modal } from "antd";
import type { ReactNode } from "react";
import { useEffect, useEffectEvent, useRef } from "react";

import { pagesFor } from "./navigation.tsx";

/** How long a g waits for its letter. */
const patience = 1500;

/** Shortcuts (键盘操作): listens, and lists what there is. */
export function Shortcuts({
  session,
  areShown,
  onShow,
}: {
  readonly session: Session;
  readonly areShown: boolean;
  readonly onShow: (areShown: boolean) => void;
}): ReactNode {
  const navigate = useNavigate();
  const pressedG = useRef(Number.NEGATIVE_INFINITY);
  const own = pagesFor(session);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
    if (event.key === "?") onShow(true);
    const waits = event.timeStamp - pressedG.current < patience;
    pressedG.current = event.key === "g" && !waits ? event.timeStamp : Number.NEGATIVE_INFINITY;
    const page = waits ? own.find(({ navigation }) => navigation?.key === event.key) : undefined;
    if (page === undefined) return;
    event.preventDefault();
    void navigate({ to: page.path });
  });
  useEffect(() => {
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  return (
    <Modal open={areShown} onCancel={() => onShow(false)} footer={null} title="键盘操作">
      <dl className="keys">
        {own.map((page) => (
          <div key={page.path}>
            <dt>
              <kbd>g</kbd> <kbd>{page.navigation?.key}</kbd>
            </dt>
            <dd>{page.title}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>显示本窗口</dd>
        </div>
      </dl>
      <p className="soft">在表格中：方向键移动，F2 修改，Ctrl+Z 撤销，Ctrl+D 向下填充，Alt+↓ 选择。</p>
    </Modal>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}
