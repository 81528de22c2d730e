// What the log says of an error: where it happened and of which kind, never what people typed. An error of a query
// carries the query's parameters in its message; these are left out.

/** LoggedError: the fields of an error that enter the log. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack: string;
  readonly cause?: LoggedError;
}

/** Causes of causes beyond which nothing is told. */
const DEEPEST = 4;

/** The loggable form of whatever was thrown. */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: "not an error", stack: "" };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const isQuery = "query" in error && typeof error.query === "string";
  const message = isQuery ? `failed query: ${String(error.query)}` : error.message;
  const hasCause = error.cause !== undefined && depth < DEEPEST;
  return {
    type: error.name,
    message,
    ...(code === undefined ? {} : { code }),
    // The first lines of a stack repeat the message.
    stack: (error.stack ?? "")
      .split("\n")
      .filter((line) => line.trimStart().startsWith("at "))
      .join("\n"),
    ...(hasCause ? { cause: loggedError(error.cause, depth + 1) } : {}),
  };
}
