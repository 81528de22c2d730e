import * as fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";

import { codeOf } from "../testing/error-code.ts";
import { ZIP_LIMITS } from "./limits.ts";
import { zipMembers } from "./members.ts";
import type { ZipMember } from "./members.ts";
import { packageKind } from "./package-kind.ts";

const zip = (files: Readonly<Record<string, Uint8Array>>): Uint8Array => zipSync({ ...files });
const text = (words: string): Uint8Array => strToU8(words);
const shown = (members: Iterable<ZipMember>): readonly (readonly [string, string])[] =>
  [...members].map((member) => [
    member.source,
    "error" in member ? member.error.code : new TextDecoder().decode(member.bytes.subarray(0, 20)),
  ]);
describe("members", () => {
  test("come in the order of their names, without leftovers of systems and editors", () => {
    const bytes = zip({
      "b/10.txt": text("十"),
      "b/2.txt": text("二"),
      "__MACOSX/b/._2.txt": text("x"),
      "b/.DS_Store": text("x"),
      "b/~$2.docx": text("x"),
    });
    expect(shown(zipMembers(bytes, "a.zip"))).toEqual([
      ["a.zip!/b/2.txt", "二"],
      ["a.zip!/b/10.txt", "十"],
    ]);
  });

  test("of nested archives are opened to a limit, Office files are not", () => {
    const office = zip({ "[Content_Types].xml": text("x"), "word/document.xml": text("x") });
    const inner = zip({ "c.txt": text("内") });
    const bytes = zip({ "b.zip": inner, "d.docx": office });
    expect(shown(zipMembers(bytes, "a.zip")).map(([source]) => source)).toEqual([
      "a.zip!/b.zip!/c.txt",
      "a.zip!/d.docx",
    ]);
    let deep = inner;
    for (let depth = 0; depth < 6; depth += 1) deep = zip({ "b.zip": deep });
    expect(shown(zipMembers(deep, "a.zip")).at(0)?.[1]).toBe("too-large");
    expect(packageKind(office)).toBe("docx");
    expect(packageKind(inner)).toBe("zip");
  });

  test("cannot lead out of the archive by their names", () => {
    const bytes = zip({
      "../../etc/passwd": text("1"),
      "/root/x": text("2"),
      "C:\\x\\..\\y.txt": text("3"),
    });
    expect(
      shown(zipMembers(bytes, "a.zip"))
        .map(([source]) => source)
        .toSorted(),
    ).toEqual(["a.zip!/etc/passwd", "a.zip!/root/x", "a.zip!/x/y.txt"]);
  });

  test("of one name are told apart", () => {
    const bytes = zip({ "x/a.txt": text("1"), "/x/a.txt": text("2"), "x//a.txt": text("3") });
    expect(new Set(shown(zipMembers(bytes, "a.zip")).map(([source]) => source)).size).toBe(3);
  });
});

describe("names", () => {
  test("are read as GB18030 where they are not UTF-8", () => {
    const bytes = zip({ "AAAA.txt": text("1") });
    const gbk = [0xbe, 0xf6, 0xcb, 0xe3];
    const at = (from: number): number => Buffer.from(bytes).indexOf("AAAA", from);
    const first = at(0);
    bytes.set(gbk, first);
    bytes.set(gbk, at(first));
    expect(shown(zipMembers(bytes, "a.zip"))[0]?.[0]).toBe("a.zip!/决算.txt");
  });

  test("are read as UTF-8 where they are marked so", () => {
    expect(shown(zipMembers(zip({ "决算.txt": text("1") }), "a.zip"))[0]?.[0]).toBe("a.zip!/决算.txt");
  });
});

describe("hostile and broken archives", () => {
  const bomb = zip({ "a.txt": new Uint8Array(20 * 1024 * 1024), "b.txt": text("好") });

  test("that swell beyond measure are refused member by member", () => {
    expect(shown(zipMembers(bomb, "a.zip"))).toEqual([
      ["a.zip!/a.txt", "too-large"],
      ["a.zip!/b.txt", "好"],
    ]);
  });

  test("stop at a multiple of the archive's own size", () => {
    const bytes = zip({ "a.txt": new Uint8Array(30_000), "b.txt": new Uint8Array(30_000) });
    const limits = { ...ZIP_LIMITS, totalRatio: 2, totalRatioFromBytes: 40_000 };
    expect([...zipMembers(bytes, "a.zip", limits)].map((member) => "error" in member)).toEqual([false, true]);
  });

  test("stop at the total of all members", () => {
    const bytes = zip({ "a.txt": text("一二三"), "b.txt": text("四五六") });
    const limits = { ...ZIP_LIMITS, totalBytes: 10 };
    expect(shown(zipMembers(bytes, "a.zip", limits)).map(([, result]) => result)).toEqual([
      "一二三",
      "too-large",
    ]);
  });

  test("that announce less than they hold do not unpack more", () => {
    const bytes = zip({ "a.txt": text("一".repeat(1000)) });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const directory = Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    view.setUint32(directory + 24, 10, true);
    expect(shown(zipMembers(bytes, "a.zip"))[0]?.[1]).toBe("damaged");
  });

  test("with a password say so", () => {
    const bytes = zip({ "a.txt": text("一") });
    const directory = Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes[directory + 8] = 1;
    expect(shown(zipMembers(bytes, "a.zip"))[0]?.[1]).toBe("encrypted");
  });

  test("that are cut or empty have their codes", () => {
    expect(codeOf(() => zipMembers(bomb.subarray(0, 500), "a.zip"))).toBe("damaged");
    expect(codeOf(() => zipMembers(zip({}), "a.zip"))).toBe("empty");
    expect(codeOf(() => zipMembers(zip({ "a/": new Uint8Array(0) }), "a.zip"))).toBe("empty");
  });

  test("whose entries share bytes are refused", () => {
    const bytes = zip({ "a.txt": text("一"), "b.txt": text("二") });
    const last = Buffer.from(bytes).lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(last + 42, 0, true);
    expect(codeOf(() => zipMembers(bytes, "a.zip"))).toBe("damaged");
  });

  test("a changed byte is never read as content", () => {
    const bytes = zip({ "a.txt": text("支出合计1236.03万元".repeat(20)), "b/c.txt": text("二") });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.nat(bytes.length),
        (changes, cut) => {
          const changed = Uint8Array.from(bytes);
          for (const [at, value] of changes) changed[at] = value;
          const code = codeOf(() => {
            for (const member of zipMembers(cut % 5 === 0 ? changed.subarray(0, cut) : changed, "a.zip")) {
              expect(member.source.startsWith("a.zip!/")).toBe(true);
            }
          });
          expect(["no error", "damaged", "empty", "too-large"]).toContain(code);
        },
      ),
      { numRuns: 300 },
    );
  });
});
