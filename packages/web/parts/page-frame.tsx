// The frame of a page: its title, a line on what it is for, its main actions at the right, and the content.

import type { ReactNode } from "react";

import "./page-frame.css";

/** PageFrame (页面): `isWide` for desks where a table needs the whole width. */
export function PageFrame({
  title,
  intro,
  actions,
  isWide = false,
  children,
}: {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={isWide ? "page page-wide" : "page"}>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {intro === undefined ? null : <p className="soft">{intro}</p>}
        </div>
        {actions === undefined ? null : <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** Panel (板块): a part of a page on paper, with a heading of its own. */
export function Panel({
  title,
  extra,
  children,
}: {
  readonly title?: string;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className="panel">
      {title === undefined ? null : (
        <header className="panel-head">
          <h2>{title}</h2>
          {extra}
        </header>
      )}
      {children}
    </section>
  );
}
