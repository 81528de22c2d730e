// How much may be typed: far beyond any report, so that only a slip or an attack meets a limit.

/** Characters of one text. */
export const TEXT_LIMIT = 20_000;
/** Rows of one list. */
export const ROW_LIMIT = 2_000;
/** Characters of the id of a row. */
export const ROW_ID_LIMIT = 64;
