// `jueming worker`: does the long work of servers on a database, on a machine of its own.

import { DatabaseError } from "@jueming/server/database/database-error.ts";
import { startWorker } from "@jueming/server/worker.ts";

import { tell } from "./output.ts";
import { toldToStop } from "./told-to-stop.ts";
import { STATUS } from "./usage-error.ts";

/** WorkerCommand: the options of `jueming worker`. */
export interface WorkerCommand {
  readonly databaseUrl: string;
  readonly jobs: number;
}

/** Works until it is told to stop by a signal. */
export async function runWorker({ databaseUrl, jobs }: WorkerCommand): Promise<number> {
  try {
    const worker = await startWorker(databaseUrl, jobs);
    tell(`正在处理后台任务，同时最多 ${jobs} 个。按 Ctrl+C 停止。`);
    await toldToStop();
    tell("正在停止……");
    await worker.stop();
    return STATUS.fine;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    tell(error.message);
    return STATUS.failed;
  }
}
