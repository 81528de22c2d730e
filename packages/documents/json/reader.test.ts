import { expect, test } from "vitest";

import { DocumentError } from "../document-error.ts";
import { DISCLOSURE_MEDIA_TYPE, looksLikeJson, readJson } from "./reader.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test("a whole JSON is carried as an attachment", () => {
  const document = readJson(bytesOf('\uFEFF{"schema":"x"}'), "a.json");
  expect(document.attachments).toEqual([
    { name: "disclosure.json", mediaType: DISCLOSURE_MEDIA_TYPE, bytes: bytesOf('{"schema":"x"}') },
  ]);
});

const readHalf = (): unknown => readJson(bytesOf('{"schema":"jueming/disc'), "a.json");

test("half a JSON is damaged and keeps its cause", () => {
  expect(readHalf).toThrow(DocumentError);
  expect(readHalf).toThrow(expect.objectContaining({ code: "damaged", cause: expect.any(SyntaxError) }));
});

test("JSON is told by its beginning, not by its name", () => {
  expect(looksLikeJson(bytesOf(' {\n "a": 1}'))).toBe(true);
  expect(looksLikeJson(bytesOf("{附件一}"))).toBe(false);
  expect(looksLikeJson(bytesOf("收入"))).toBe(false);
});
