import { expect, test } from "vitest";

import { inTenThousands } from "./amount-text.ts";

test.each([
  ["0.00", "0.00"],
  ["49.99", "0.00"],
  ["50.00", "0.01"],
  ["123456789.00", "12,345.68"],
  ["-10000000.00", "-1,000.00"],
])("%s 元 is %s 万元", (yuan, shown) => {
  expect(inTenThousands(yuan)).toBe(shown);
});

test("what is not there is not zero", () => {
  expect(inTenThousands(null)).toBe("—");
});
