// Amounts of 元 as lists show them: in 万元 with two decimals, rounded half away from zero, exactly.

/** 分 in a hundredth of 万元. */
const perHundredth = 10_000n;

/** 12,345.68 */
export function inTenThousands(yuan: string | null): string {
  if (yuan === null) return "—";
  const [whole = "0", part = ""] = yuan.replace("-", "").split(".");
  const cents = BigInt(whole) * 100n + BigInt(part.padEnd(2, "0").slice(0, 2));
  const hundredths = (cents + perHundredth / 2n) / perHundredth;
  const digits = String(hundredths / 100n).replaceAll(/\B(?=(?:\d{3})+$)/gu, ",");
  const sign = yuan.startsWith("-") && hundredths > 0n ? "-" : "";
  return `${sign}${digits}.${String(hundredths % 100n).padStart(2, "0")}`;
}
