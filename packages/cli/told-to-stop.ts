// Commands that run until they are told to stop.

/** Waits for Ctrl+C or the service manager's word. */
export const toldToStop = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
  });
