// The addresses of the workbench, made from the list of pages: outside the frame for those who are not signed in,
// inside it for all else.

import type { AnyRouter } from "@tanstack/react-router";
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from "@tanstack/react-router";

import { pages } from "../pages/index.ts";
import type { Page } from "../pages/page.ts";
import { ErrorState, LoadingState } from "../parts/states.tsx";
import { NotFound } from "./not-found.tsx";
import { Shell } from "./shell.tsx";

/** The router over all pages. */
export function newRouter(): AnyRouter {
  const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });
  const frame = createRoute({ getParentRoute: () => root, id: "frame", component: Shell });
  const inside = pages.filter((page) => page.isOutside !== true);
  const outside = pages.filter((page) => page.isOutside === true);
  const tree = root.addChildren([
    frame.addChildren(inside.map((page) => createRoute({ getParentRoute: () => frame, ...routeOf(page) }))),
    ...outside.map((page) => createRoute({ getParentRoute: () => root, ...routeOf(page) })),
  ]);
  const router = createRouter({
    routeTree: tree,
    basepath: "/app",
    defaultPreload: "intent",
    defaultPendingComponent: LoadingState,
    defaultErrorComponent: ({ error, reset }) => <ErrorState error={error} onRetry={reset} />,
    scrollRestoration: true,
  });
  router.subscribe("onResolved", ({ pathChanged }) => arrive(router, pathChanged));
  return router;
}

function routeOf(page: Page) {
  return {
    path: page.path,
    component: lazyRouteComponent(page.load, "Page"),
    staticData: { title: page.title },
  };
}

/** Names the window after the page; whoever goes by keyboard or hears the page arrives at its beginning. */
function arrive(router: AnyRouter, isNewPath: boolean): void {
  const matches: readonly { readonly staticData: { readonly title?: unknown } }[] = router.state.matches;
  const title = matches.at(-1)?.staticData.title;
  document.title = typeof title === "string" ? `${title} - 决明` : "决明";
  if (isNewPath) document.querySelector<HTMLElement>("#content")?.focus({ preventScroll: true });
}
