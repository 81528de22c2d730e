// Why the sample is not removed; the message is for administrators and operators.

import type { SampleAddition } from "../contract/sample.ts";

export type SampleErrorCode = "no-sample" | "alone" | "has-additions";

/** SampleError */
export class SampleError extends Error {
  readonly code: SampleErrorCode;

  constructor(code: SampleErrorCode, message: string) {
    super(message);
    this.name = "SampleError";
    this.code = code;
  }
}

export const noSample = (): SampleError =>
  new SampleError("no-sample", "数据库里没有示例数据，没有移除任何内容。");

export const alone = (): SampleError =>
  new SampleError(
    "alone",
    "数据库里除示例数据外还没有本单位的地区，没有移除任何内容。请先打开服务启动时给出的一次性链接设立系统管理员，再移除；还没有开始工作的，也可以用 --no-sample 在新的数据文件夹中启动。",
  );

/** Names what people have put into the sample. */
export const hasAdditions = (additions: readonly SampleAddition[]): SampleError =>
  new SampleError(
    "has-additions",
    `示例数据里有试用时添加的内容，没有移除：${additions.map(additionText).join("；")}。其中有要保留的，请先下载或在本单位的地区重新登记；都不要的，请确认连同这些一并移除。`,
  );

const additionText = ({ name, count, examples }: SampleAddition): string =>
  `${name} ${count} 个（${examples.join("、")}${count > examples.length ? " 等" : ""}）`;
