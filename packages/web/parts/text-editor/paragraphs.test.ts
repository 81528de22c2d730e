import { expect, test } from "vitest";

import { countCharacters, paragraphsOf } from "./paragraphs.ts";

test.each([
  ["", 0],
  ["决算 公开\n说明", 6],
  ["𠮷林", 2],
])("%j has %i characters", (text, count) => {
  expect(countCharacters(text)).toBe(count);
});

test("each line is a paragraph, an empty text has none", () => {
  expect(paragraphsOf("").length).toBe(0);
  expect(paragraphsOf("一\n\n二").map(({ text }) => text)).toEqual(["一", "", "二"]);
});
