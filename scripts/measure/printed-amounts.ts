// How made amounts and points are printed.

import { formatMillionths, MILLIONTHS } from "@jueming/core/figures/figure.ts";
import { WAN_YUAN } from "@jueming/core/figures/unit.ts";

/** 分 as 万元 with two decimals. */
export const wanYuan = (fen: bigint): string => formatMillionths(fen * (MILLIONTHS / 100n), 2, WAN_YUAN);

/** Points in hundredths as printed, without trailing zeros. */
export const points = (hundredths: number): string => String(hundredths / 100);
