import { describe, expect, test } from "vitest";

import { loggedError } from "./logged-error.ts";

describe("what the log says of an error", () => {
  test("has nothing of the parameters of a query", () => {
    const cause = Object.assign(new Error("duplicate key value"), { code: "23505" });
    const failed = Object.assign(
      new Error("Failed query: insert into account … params: 张某,secret", { cause }),
      {
        query: "insert into account (name) values ($1)",
        params: ["张某", "secret"],
      },
    );
    const logged = loggedError(failed);
    expect(JSON.stringify(logged)).not.toMatch(/张某|secret/u);
    expect(logged).toMatchObject({
      message: "failed query: insert into account (name) values ($1)",
      cause: { code: "23505" },
    });
  });

  test("ends where causes go round in a circle", () => {
    const one: Error = new Error("one");
    one.cause = new Error("other", { cause: one });
    expect(loggedError(one).cause?.cause?.message).toBe("one");
  });

  test("says of what is no error only its kind", () => {
    expect(loggedError("张某")).toEqual({ type: "string", message: "not an error", stack: "" });
  });
});
