// What a text file may measure at most. Beyond these it is no disclosure but a dump or an attack, and is
// refused at once instead of taking the machine's memory and the user's time.

/** TextLimits: every loop over the input ends at one of these. */
export interface TextLimits {
  readonly bytes: number;
  readonly lines: number;
  /** Characters of one line. */
  readonly lineLength: number;
  readonly cellsPerRow: number;
  /** Problems of one kind that are listed one by one; further ones are only counted. */
  readonly listedProblems: number;
}

export const TEXT_LIMITS: TextLimits = {
  bytes: 64 * 1024 * 1024,
  lines: 300_000,
  lineLength: 1_000_000,
  cellsPerRow: 16_384,
  listedProblems: 20,
};
