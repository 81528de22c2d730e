// What a page of the workbench is: where it stands, who sees it, and how it is loaded.

import type { Action } from "@jueming/server/contract/actions.ts";
import type { ComponentType } from "react";

/** The groups of the navigation, in their order. */
export const navigationGroups = ["日常", "监管", "资料", "系统"] as const;
export type NavigationGroup = (typeof navigationGroups)[number];

/** Page (页面): one folder under pages/, one line in pages/index.ts. */
export interface Page {
  /** Path below /app; parameters as “$report”. */
  readonly path: string;
  readonly title: string;
  /** Its place in the navigation; null for pages that are reached from others. */
  readonly navigation: {
    readonly group: NavigationGroup;
    /** The letter after “g” that goes there. */
    readonly key: string;
  } | null;
  /** Acts of which one must be allowed for the page to be shown; null: everyone. The server checks each act itself. */
  readonly needs: readonly Action[] | null;
  /** True for pages without the frame, for people who are not signed in. */
  readonly isOutside?: boolean;
  /** The page's code, as a chunk of its own. */
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
}
