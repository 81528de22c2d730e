// The frame of the pages before the door: what this is at the left, the form at the right; on a phone one above the
// other.

import type { ReactNode } from "react";

import "./entrance.css";

/** Entrance (登录、启用账号). */
export function Entrance({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <main className="entrance">
      <section className="entrance-about" aria-label="产品简介">
        <p className="entrance-name">
          <img src={`${import.meta.env.BASE_URL}mark.svg`} alt="" width="36" height="36" />
          决明
        </p>
        <p className="entrance-line">决算公开与绩效自评</p>
        <p className="entrance-idea">一套数，处处相符；每一页，可回到数。</p>
        <p className="entrance-public">
          <a href="/">查看已公开的决算与绩效信息</a>
        </p>
      </section>
      <section className="entrance-form">
        <h1>{title}</h1>
        {children}
      </section>
    </main>
  );
}
