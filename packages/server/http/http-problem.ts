// A request that cannot be done: the world's fault, told as problem details (RFC 9457).

import type { Problem } from "../contract/problem.ts";

/** HttpProblem: thrown by routes and by the work that they call; caught once, in error-handler.ts. */
export class HttpProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly faults: Problem["faults"];

  constructor(
    status: number,
    code: string,
    detail: string,
    options?: { cause?: unknown; faults?: Problem["faults"] },
  ) {
    super(detail, options);
    this.name = "HttpProblem";
    this.status = status;
    this.code = code;
    this.faults = options?.faults;
  }
}

/** What is not there, and what one may not know to be there, look the same. */
export const notFound = (what = "所要的内容"): HttpProblem =>
  new HttpProblem(404, "not-found", `没有找到${what}，可能已被移走，或不在您的权限范围内。`);
export const forbidden = (): HttpProblem =>
  new HttpProblem(403, "forbidden", "您没有做这件事的权限。如有需要，请联系系统管理员授权。");
export const notSignedIn = (): HttpProblem =>
  new HttpProblem(
    401,
    "not-signed-in",
    "请先登录。登录可能已过期，重新登录后可继续，未保存的内容仍在页面上。",
  );
export const conflict = (detail: string): HttpProblem => new HttpProblem(409, "conflict", detail);
export const badRequest = (detail: string, faults?: Problem["faults"]): HttpProblem =>
  new HttpProblem(400, "bad-request", detail, faults === undefined ? {} : { faults });
