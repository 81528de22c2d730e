// UsageError: what a person asked cannot be done as asked; ends the command with status 2.

/** UsageError: carries a Chinese sentence that tells what to do instead. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}

/** Exit statuses of the contract. */
export const STATUS = { fine: 0, findings: 1, failed: 2 } as const;
