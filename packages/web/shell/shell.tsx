// The frame around every page: skip link, top bar, navigation at the left (in a drawer where there is no room),
// keys. Whoever is not signed in is sent to the sign-in page.

import type { Session } from "@jueming/server/contract/session.ts";
import { Outlet, useNavigate, useRouter } from "@tanstack/react-router";
import { Drawer } from "antd";
import type { ReactNode } from "react";
import { useEffect, useState } from "react";

import { useSession } from "../api/session.ts";
import { useOnline } from "../api/online.ts";
import { Loaded, LoadingState } from "../parts/states.tsx";
import { Navigation } from "./navigation.tsx";
import "./shell.css";
import { Shortcuts } from "./shortcuts.tsx";
import { TopBar } from "./top-bar.tsx";

/** Shell (外壳). */
export function Shell(): ReactNode {
  const session = useSession();
  return (
    <Loaded query={session}>
      {(current) => (current === null ? <ToSignIn /> : <Frame session={current} />)}
    </Loaded>
  );
}

/** Goes to the sign-in page, which will come back to where the person stood when this began. */
function ToSignIn(): ReactNode {
  const navigate = useNavigate();
  const router = useRouter();
  const [next] = useState(() => router.state.location.href);
  useEffect(() => {
    void navigate({ to: "/sign-in", search: { next }, replace: true });
  }, [navigate, next]);
  return <LoadingState />;
}

function Frame({ session }: { readonly session: Session }): ReactNode {
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [areKeysShown, setKeysShown] = useState(false);
  const isOnline = useOnline();
  return (
    <div className="shell">
      <a className="skip" href="#content">
        跳到正文
      </a>
      <TopBar session={session} onMenu={() => setMenuOpen(true)} onKeys={() => setKeysShown(true)} />
      {isOnline ? null : (
        <p className="offline" role="status">
          网络已断开：已录入的内容保留在本页，恢复后继续保存。
        </p>
      )}
      <div className="shell-body">
        <aside className="shell-side">
          <Navigation session={session} />
        </aside>
        <main id="content" tabIndex={-1} className="shell-content">
          <Outlet />
        </main>
      </div>
      <Drawer
        open={isMenuOpen}
        onClose={() => setMenuOpen(false)}
        placement="left"
        size={260}
        title="菜单"
        styles={{ body: { padding: 0 } }}
      >
        <Navigation session={session} onGo={() => setMenuOpen(false)} />
      </Drawer>
      <Shortcuts session={session} areShown={areKeysShown} onShow={setKeysShown} />
    </div>
  );
}
