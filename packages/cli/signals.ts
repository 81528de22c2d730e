// `jueming signals`: patterns over many self-evaluations, each with the list behind it.

import { findSignals } from "@jueming/core/signals/find-signals.ts";
import type { GroupLevel } from "@jueming/core/signals/signal.ts";
import { findInputs } from "@jueming/pipeline/inputs.ts";
import { extractAll } from "@jueming/pipeline/signals/extract-all.ts";
import { toSignalsJson } from "@jueming/pipeline/signals/signals-json.ts";

import { tellFailure } from "./output.ts";
import { PLAIN, paintFor } from "./paint.ts";
import { progressOf } from "./progress.ts";
import { writeReport } from "./results.ts";
import { textSignals } from "./text-signals.ts";
import { STATUS } from "./usage-error.ts";

/** SignalsCommand: the options of `jueming signals`. */
export interface SignalsCommand {
  readonly format: string;
  readonly by: GroupLevel;
  readonly out?: string;
  readonly region?: string;
  readonly jobs?: number;
}

/** Finds the signals and writes them; the status is 2 when a file could not be read. Signals are no errors. */
export async function runSignals(paths: readonly string[], command: SignalsCommand): Promise<number> {
  const { format, by, out, region, jobs } = command;
  const inputs = await findInputs(paths);
  const progress = progressOf(inputs.length);
  const read = await extractAll(inputs, {
    read: region === undefined ? {} : { region },
    ...(jobs === undefined ? {} : { jobs }),
    onProgress: progress.advance,
  });
  progress.stop();
  for (const failure of read.failures) tellFailure(failure);
  const report = findSignals(read.extracts, { by });
  await write(format, report, { read, out });
  return read.failures.length > 0 ? STATUS.failed : STATUS.fine;
}

interface Destination {
  readonly read: Awaited<ReturnType<typeof extractAll>>;
  readonly out: string | undefined;
}

async function write(
  format: string,
  report: ReturnType<typeof findSignals>,
  { read, out }: Destination,
): Promise<void> {
  switch (format) {
    case "json": {
      const indent = out === undefined && process.stdout.isTTY ? 2 : 0;
      const text = JSON.stringify(toSignalsJson(report, read), null, indent);
      return writeReport(out, "信号.json", [`${text}\n`]);
    }
    case "csv": {
      const { signalsCsv } = await import("@jueming/pipeline/reports/signals/signals-csv.ts");
      return writeReport(out, "信号.csv", signalsCsv(report));
    }
    case "html": {
      const { signalsPage } = await import("@jueming/pipeline/reports/signals/signals-page.ts");
      return writeReport(out, "信号.html", signalsPage(report, read));
    }
    default: {
      const paint = out === undefined ? paintFor(process.stdout, process.env) : PLAIN;
      return writeReport(out, "信号.txt", [textSignals(report, read, paint)]);
    }
  }
}
