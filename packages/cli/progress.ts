// A progress bar on a terminal for work longer than a second; never in a pipe.

const PATIENCE_MS = 1000;

/** Progress: told how many are done, and when all is over. */
export interface Progress {
  readonly advance: (done: number) => void;
  readonly stop: () => void;
}

const NONE: Progress = { advance: () => {}, stop: () => {} };

/** A bar over standard error for so many files; nothing where nobody looks. */
export function progressOf(total: number): Progress {
  if (process.stderr.isTTY !== true || total < 2) return NONE;
  const started = performance.now();
  let bar: Progress | undefined;
  let isLoading = false;
  let isOver = false;
  return {
    advance: (done) => {
      if (bar !== undefined) bar.advance(done);
      else if (!isLoading && performance.now() - started > PATIENCE_MS) {
        isLoading = true;
        // The bar's library is loaded only when it is needed: most runs are over before.
        void showBar(total).then((shown) => {
          bar = shown;
          if (isOver) shown.stop();
        });
      }
    },
    stop: () => {
      isOver = true;
      bar?.stop();
    },
  };
}

async function showBar(total: number): Promise<Progress> {
  const { SingleBar, Presets } = await import("cli-progress");
  const format = "已处理 {value}/{total} 份 {bar} {percentage}%  预计还需 {eta_formatted}";
  const bar = new SingleBar(
    { format, stream: process.stderr, clearOnComplete: true },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return { advance: (done) => bar.update(done), stop: () => bar.stop() };
}
