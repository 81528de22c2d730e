// 导航: the pages a role sees, in groups.

import type { Session } from "@jueming/server/contract/session.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";

import { mayAny } from "../api/session.ts";
import { pages } from "../pages/index.ts";
import type { Page } from "../pages/page.ts";
import { navigationGroups } from "../pages/page.ts";

/** The pages that stand in someone's navigation. */
export function pagesFor(session: Session): readonly Page[] {
  return pages.filter(
    ({ navigation, needs }) => navigation !== null && (needs === null || mayAny(session, needs)),
  );
}

/** Navigation (导航). */
export function Navigation({
  session,
  onGo,
}: {
  readonly session: Session;
  readonly onGo?: () => void;
}): ReactNode {
  const own = pagesFor(session);
  const renew = useRenewal();
  return (
    <nav className="navigation" aria-label="主导航">
      {navigationGroups.map((group) => {
        const members = own.filter((page) => page.navigation?.group === group);
        return members.length === 0 ? null : (
          <section key={group}>
            <h2>{group}</h2>
            <ul>
              {members.map((page) => (
                <li key={page.path}>
                  <Link
                    to={page.path}
                    activeOptions={{ exact: page.path === "/" }}
                    onClick={() => {
                      renew(page.path);
                      onGo?.();
                    }}
                  >
                    {page.title}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}

/** Whoever goes to a page wants it as it is now, and who goes to the page where they stand wants it anew. */
function useRenewal(): (path: string) => void {
  const queries = useQueryClient();
  const router = useRouter();
  return (path) => {
    const isHere = router.state.location.pathname === path;
    void queries.invalidateQueries({ refetchType: isHere ? "active" : "none" });
  };
}
