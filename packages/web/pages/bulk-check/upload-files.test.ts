import { expect, test } from "vitest";

import type { PickedFile } from "./dropped-files.ts";
import { batchesOf, titleOf } from "./upload-files.ts";

const picked = (path: string, size = 1): PickedFile => ({
  path,
  file: new File([new Uint8Array(size)], path),
});
const MEGABYTE = 1024 * 1024;

test("files go twenty at a time, and no more than sixteen megabytes", () => {
  const small = Array.from({ length: 45 }, (_, index) => picked(`${index}`));
  expect(batchesOf(small).map((batch) => batch.length)).toEqual([20, 20, 5]);
  const large = [10, 10, 5, 30, 1].map((size, index) => picked(`${index}`, size * MEGABYTE));
  expect(batchesOf(large).map((batch) => batch.map(({ path }) => path))).toEqual([
    ["0"],
    ["1", "2"],
    ["3"],
    ["4"],
  ]);
});

test("a check is called by what was dropped", () => {
  expect(titleOf([picked("示例县/甲.pdf"), picked("示例县/乙.pdf")])).toBe("示例县");
  expect(titleOf([picked("甲.zip"), picked("乙.pdf")])).toBe("甲.zip 等 2 项");
});
