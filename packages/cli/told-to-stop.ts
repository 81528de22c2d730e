// Commands that run until they are told to stop.

/** Waits for Ctrl+C, the service manager's word, or the end of the process that started this one (jueming.mjs). */
export const toldToStop = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
    process.once("disconnect", () => done());
  });
