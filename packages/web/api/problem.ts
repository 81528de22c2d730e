// What can go wrong between browser and server, told in Chinese for the person at the desk: what happened, and what
// to do. The server's answers are problem details (RFC 9457); their own words are preferred to ours.

/** What a problem means for the page. */
export type ProblemKind =
  | "offline"
  | "signed-out"
  | "forbidden"
  | "missing"
  | "conflict"
  | "invalid"
  | "busy"
  | "broken";

/** ApiProblem (请求未成功): thrown by every request that did not give its answer. */
export class ApiProblem extends Error {
  readonly kind: ProblemKind;
  /** The HTTP status; 0 where no answer came. */
  readonly status: number;
  /** The server's code for it, in English, for tests and for deciding. */
  readonly code: string | null;
  /** What is wrong with single fields of what was sent. */
  readonly fields: Readonly<Record<string, string>>;
  /** Whatever else the server said, for a page that knows more: the conflicts of a change. */
  readonly details: unknown;

  constructor(options: {
    readonly kind: ProblemKind;
    readonly status: number;
    readonly message: string;
    readonly code?: string | null;
    readonly fields?: Readonly<Record<string, string>>;
    readonly details?: unknown;
    readonly cause?: unknown;
  }) {
    super(options.message, { cause: options.cause });
    this.name = "ApiProblem";
    this.kind = options.kind;
    this.status = options.status;
    this.code = options.code ?? null;
    this.fields = options.fields ?? {};
    this.details = options.details;
  }

  /** True where the same question may be answered a moment later. */
  get isPassing(): boolean {
    return this.kind === "offline" || this.kind === "busy";
  }
}

const ownWords: Readonly<Record<ProblemKind, string>> = {
  offline: "连不上服务器。已录入的内容还在本页，请检查网络；恢复后会自动重试。",
  "signed-out": "登录已过期，请重新登录。",
  forbidden: "您的岗位没有这项权限。需要时请联系系统管理员授权。",
  missing: "没有找到：可能已被删除，或不在您的管辖范围内。",
  conflict: "他人刚刚改过同一内容，请核对后再保存。",
  invalid: "内容不符合要求，请按提示修改后再提交。",
  busy: "服务器正忙，请稍候再试。",
  broken: "服务器出现故障，本次操作没有完成。请稍后再试；仍不行时请将时间告知系统管理员。",
};

/** The problem of an answer whose status is not one of success. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  const kind = kindOf(response.status);
  return new ApiProblem({
    kind,
    status: response.status,
    message: textOf(body, "detail") ?? textOf(body, "title") ?? ownWords[kind],
    code: textOf(body, "code"),
    fields: fieldsOf(body),
    details: body,
  });
}

/** The problem of a request to which no answer came. */
export function offlineProblem(cause: unknown): ApiProblem {
  return new ApiProblem({ kind: "offline", status: 0, message: ownWords.offline, cause });
}

/** The problem of an answer that is not what the contract says: browser and server are of different versions. */
export function unreadableAnswer(cause: unknown): ApiProblem {
  return new ApiProblem({
    kind: "broken",
    status: 0,
    code: "answer-not-understood",
    message: "服务器的答复无法识别，可能刚刚升级。请刷新页面。",
    cause,
  });
}

/** What to tell the person about any error. */
export function messageOf(error: unknown): string {
  return error instanceof ApiProblem ? error.message : "页面出现故障，请刷新后再试。";
}

function kindOf(status: number): ProblemKind {
  if (status === 401) return "signed-out";
  if (status === 403) return "forbidden";
  if (status === 404 || status === 410) return "missing";
  if (status === 409 || status === 412 || status === 428) return "conflict";
  if (status === 429 || status === 502 || status === 503 || status === 504) return "busy";
  return status >= 500 ? "broken" : "invalid";
}

function textOf(body: unknown, name: string): string | null {
  const value = memberOf(body, name);
  return typeof value === "string" && value !== "" ? value : null;
}

/** `faults: [{ path, message }]` of the contract. A proxy in between may answer anything, so nothing is taken for given. */
function fieldsOf(body: unknown): Readonly<Record<string, string>> {
  const faults = memberOf(body, "faults");
  if (!Array.isArray(faults)) return {};
  return Object.fromEntries(
    faults.flatMap((each: unknown) => {
      const [path, message] = [textOf(each, "path"), textOf(each, "message")];
      return path === null || message === null ? [] : [[path, message]];
    }),
  );
}

function memberOf(body: unknown, name: string): unknown {
  return typeof body === "object" && body !== null
    ? Object.entries(body).find(([key]) => key === name)?.[1]
    : undefined;
}
