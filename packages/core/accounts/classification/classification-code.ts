/** The level of a 科目代码: 1 for a 类 (three digits), 2 for a 款 (five), 3 for a 项 (seven). */
export type ClassificationLevel = 1 | 2 | 3;

/** The level that the length of a code says, or undefined for text that is no code. */
export function classificationLevel(code: string): ClassificationLevel | undefined {
  if (!/^\d+$/.test(code)) return undefined;
  if (code.length === 3) return 1;
  if (code.length === 5) return 2;
  return code.length === 7 ? 3 : undefined;
}

/** The code one level up (项 → 款 → 类), or undefined for a 类 and for text that is no code. */
export function parentCode(code: string): string | undefined {
  const level = classificationLevel(code);
  return level === undefined || level === 1 ? undefined : code.slice(0, -2);
}
