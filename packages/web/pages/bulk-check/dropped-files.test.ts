import { expect, test } from "vitest";

import { chosenFiles } from "./dropped-files.ts";

const named = (path: string): File =>
  Object.defineProperty(new File(["x"], path.split("/").at(-1) ?? ""), "webkitRelativePath", {
    value: path,
  });

test("files of a chosen folder keep their paths; leftovers of systems and editors are left out", () => {
  const paths = ["县/教育局.pdf", "县/.DS_Store", "县/~$教育局.docx", "县/__MACOSX/a", "县/Thumbs.db"];
  expect(chosenFiles(paths.map(named)).map(({ path }) => path)).toEqual(["县/教育局.pdf"]);
});

test("files chosen one by one are called by their names", () => {
  expect(chosenFiles([new File(["x"], "甲.zip")]).map(({ path }) => path)).toEqual(["甲.zip"]);
});
