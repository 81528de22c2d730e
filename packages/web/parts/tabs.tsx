// The parts of a page, one shown at a time; which one stands in the address, so that it can be linked and gone back to.

import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import { useAddress } from "./address.ts";
import "./tabs.css";

/** Tab (分页): its word in the address, its name, what it shows. */
export interface Tab {
  readonly word: string;
  readonly name: string;
  readonly content: () => ReactNode;
}

/** Tabs (分页). */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }): ReactNode {
  const { words } = useAddress();
  const shown = tabs.find(({ word }) => word === words["tab"]) ?? tabs[0];
  if (shown === undefined) return null;
  return (
    <>
      <nav aria-label={label}>
        <ul className="tabs">
          {tabs.map(({ word, name }) => (
            <li key={word}>
              <Link
                to="."
                search={{ tab: word }}
                activeOptions={{ exact: true, includeSearch: true }}
                {...(word === shown.word ? { "aria-current": "page" } : {})}
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {shown.content()}
    </>
  );
}
