import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";

import { formatOf } from "./formats.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const kindOf = async (bytes: Uint8Array, name = "a.txt"): Promise<string> =>
  (await formatOf(bytes, name)).name;

test.each([
  ['{"schema": 1}', "a.txt", "json"],
  ["收入支出决算总表", "a.pdf", "text"],
  ["%PDF-1.4\n", "a.txt", "pdf"],
  ["\n\n%PDF-1.7\n", "a.docx", "pdf"],
  ["<!DOCTYPE html><p>x", "a.xls", "html"],
  ["\uFEFF<html><body>x", "a.txt", "html"],
  ["<table><tr><td>x</table>", "a.xls", "html"],
  ["单位,金额\n甲,1.00\n", "a.csv", "csv"],
  ["单位,金额\n甲,1.00\n", "a.txt", "text"],
])("the kind is taken from the bytes, not from the name: %j called %s is %s", async (text, name, kind) => {
  expect(await kindOf(bytesOf(text), name)).toBe(kind);
});

test("UTF-16 is text although it is full of NULs", async () => {
  expect(await kindOf(Buffer.from("\uFEFF2024 12.30\n", "utf16le"))).toBe("text");
  expect(await kindOf(Buffer.from("2024 12.30\n收入", "utf16le"))).toBe("text");
});

test.each([
  ["{\\rtf1", "RTF"],
  ["\u007FELF", "可执行程序"],
])("%j called .txt is refused with what it really is", async (start, kind) => {
  await expect(formatOf(bytesOf(start), "a.txt")).rejects.toMatchObject({
    code: "unsupported-format",
    message: expect.stringContaining(kind),
  });
});

test.each([
  ["GIF89a", "GIF"],
  ["\u0089PNG\r\n", "PNG"],
  ["RIFF\u0010\0\0\0WEBPVP8 ", "WebP"],
  ["\0\0\0\u0018ftypheic\0\0\0\0", "HEIC"],
])("%j is a picture, which has no text", async (start, kind) => {
  await expect(formatOf(Buffer.from(start, "latin1"), "a.pdf")).rejects.toMatchObject({
    code: "no-text",
    message: expect.stringContaining(kind),
  });
});

test.each([
  [{ "OFD.xml": "<x/>" }, "导出或打印为 PDF"],
  [{ "[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<x/>" }, "演示文稿"],
  [{ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<x/>" }, "ODF"],
])("of an archive such as %j the message says what it is and what to do", async (files, words) => {
  const bytes = zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    { level: 0 },
  );
  await expect(formatOf(bytes, "a.zip")).rejects.toMatchObject({
    code: "unsupported-format",
    message: expect.stringContaining(words),
  });
});

test("of a mail with attachments the message says to save them", async () => {
  const mail = "From: a@b\r\nTo: c@d\r\nContent-Type: multipart/mixed; boundary=q\r\n\r\n--q\r\n";
  await expect(formatOf(bytesOf(mail), "a.eml")).rejects.toMatchObject({
    code: "unsupported-format",
    message: expect.stringContaining("附件另存"),
  });
});

test("an empty file and a binary one are told apart", async () => {
  await expect(formatOf(new Uint8Array(0), "a.txt")).rejects.toMatchObject({ code: "empty" });
  await expect(formatOf(new Uint8Array(100).fill(1), "a.txt")).rejects.toMatchObject({
    code: "unsupported-format",
  });
});
