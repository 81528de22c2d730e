// What an archive may unpack to at most: beyond these it is a ZIP bomb or no folder of reports, and is
// refused from its directory, before a byte is unpacked.

/** ZipLimits: every loop over an archive ends at one of these. */
export interface ZipLimits {
  /** Entries of one archive. */
  readonly entries: number;
  /** Unpacked bytes of one entry. */
  readonly entryBytes: number;
  /** Unpacked bytes of everything, nested archives included. */
  readonly totalBytes: number;
  /** The same over the size of the archive; honest archives hold files that are packed themselves. */
  readonly totalRatio: number;
  readonly totalRatioFromBytes: number;
  /** Unpacked over packed size, judged for entries larger than `ratioFromBytes`. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  /** Archives within archives. */
  readonly depth: number;
}

export const ZIP_LIMITS: ZipLimits = {
  entries: 20_000,
  entryBytes: 256 * 1024 * 1024,
  totalBytes: 4 * 1024 * 1024 * 1024,
  totalRatio: 20,
  totalRatioFromBytes: 512 * 1024 * 1024,
  // Uniform XML tables reach 150, a bomb of one repeated byte reaches 1000.
  ratio: 400,
  ratioFromBytes: 8 * 1024 * 1024,
  depth: 4,
};
