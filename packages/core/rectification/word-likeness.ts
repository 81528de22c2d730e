// How like two short texts are by the pairs of Chinese characters that they share. Words that every such
// text has ("有待提升", "进一步加强") count for nothing.

import { halfWidthText } from "../figures/normalize.ts";

/** Phrases of problems and measures in general; our own list, from how such sections are usually written. */
const GENERAL =
  /进一步|有待|不够|不足|不到位|存在|问题|加强|强化|提升|提高|完善|健全|优化|改进|规范|推进|推动|严格|切实|积极|及时|力度|水平|工作|管理|情况|部分|相关|项目|措施|建议|确保|做好|开展|落实|实施|年度|本年|单位|部门|机制|制度/gu;

/** The pairs of neighbouring characters that tell a text apart, without figures and general words. */
export function tellingPairs(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  const plain = halfWidthText(text).replace(GENERAL, " ");
  for (const stretch of plain.match(/[\p{Script=Han}A-Za-z]+/gu) ?? []) {
    const characters = [...stretch];
    for (let at = 0; at + 1 < characters.length; at += 1)
      pairs.add(`${characters[at] ?? ""}${characters[at + 1] ?? ""}`);
  }
  return pairs;
}

/** Likeness (相似度): shared pairs, and their share of the text with fewer, from 0 to 1. */
export interface Likeness {
  readonly shared: readonly string[];
  readonly share: number;
}

/** The likeness of two texts. */
export function likenessOf(left: string, right: string): Likeness {
  const [a, b] = [tellingPairs(left), tellingPairs(right)];
  const shared = [...a].filter((pair) => b.has(pair));
  const fewer = Math.min(a.size, b.size);
  return { shared, share: fewer === 0 ? 0 : shared.length / fewer };
}

/** The share of all pairs of both texts that they have in common: 1 only where they say the same. */
export function sameness(left: string, right: string): number {
  const [a, b] = [tellingPairs(left), tellingPairs(right)];
  if (a.size + b.size === 0) return 0;
  return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
}
