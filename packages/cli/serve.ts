// `jueming serve`: the application, on an embedded database or on one that is given.

import { DatabaseError } from "@jueming/server/database/database-error.ts";
import { startDatabase } from "@jueming/server/database/started-database.ts";
import type { Begun, Running } from "@jueming/server/serve.ts";
import type { Settings } from "@jueming/server/settings.ts";
import { DEFAULT_SETTINGS } from "@jueming/server/settings.ts";

import { tell } from "./output.ts";
import { toldToStop } from "./told-to-stop.ts";
import { STATUS } from "./usage-error.ts";
import { workbenchBuilt } from "./workbench-build.ts";

/** ServeCommand: the options of `jueming serve`. */
export interface ServeCommand {
  readonly port?: number;
  readonly host?: string;
  readonly data?: string;
  readonly databaseUrl?: string;
  readonly sample?: boolean;
  readonly behindProxy?: boolean;
  readonly publicRate?: number;
  readonly log?: Settings["log"];
}

/** Serves until it is told to stop by a signal. */
export async function runServe(options: ServeCommand): Promise<number> {
  try {
    const running = await started(settingsOf(options));
    tell(`决明已启动：${running.address}（工作台 ${running.address}/app/）`);
    if (running.isSampleLoaded)
      tell(
        "已载入示例数据（示例县），在登录页点选岗位即可查看各项工作；正式使用时可随时移除：jueming sample --remove。",
      );
    if (running.setUpLink !== null) tell(`首次使用，请打开这个一次性链接设置管理员：${running.setUpLink}`);
    tell("按 Ctrl+C 停止。");
    await toldToStop();
    tell("正在停止……");
    await running.stop();
    return STATUS.fine;
  } catch (error) {
    const message = startFault(error);
    if (message === undefined) throw error;
    tell(message);
    return STATUS.failed;
  }
}

/** The database starts, and the workbench is built, while the rest of the server is loaded. */
async function started(settings: Settings): Promise<Running> {
  const begun: Begun = { database: startDatabase(settings), workbenchBuilt: workbenchBuilt() };
  // Where it fails meanwhile, that is told when it is waited for.
  begun.database.catch(() => undefined);
  const { serve } = await import("@jueming/server/serve.ts");
  return serve(settings, begun);
}

function settingsOf(options: ServeCommand): Settings {
  const { env } = process;
  const databaseUrl = options.databaseUrl ?? env["DATABASE_URL"] ?? null;
  return {
    ...DEFAULT_SETTINGS,
    host: options.host ?? env["HOST"] ?? DEFAULT_SETTINGS.host,
    port: options.port ?? Number(env["PORT"] ?? DEFAULT_SETTINGS.port),
    data: options.data ?? DEFAULT_SETTINGS.data,
    databaseUrl: databaseUrl === "" ? null : databaseUrl,
    // A database server that others look after stays as it is unless the sample is asked for.
    sample: options.sample ?? (databaseUrl === null || databaseUrl === ""),
    behindProxy: options.behindProxy ?? false,
    publicRequestsAMinute: options.publicRate ?? DEFAULT_SETTINGS.publicRequestsAMinute,
    log: options.log ?? "silent",
  };
}

/** What an operator can mend; undefined for our own faults. */
function startFault(error: unknown): string | undefined {
  if (error instanceof DatabaseError) return error.message;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return "端口已被占用。请停止占用它的程序，或用 --port 指定别的端口。";
  if (code === "EACCES") return "没有使用这个端口的权限。请用 --port 指定 1024 以上的端口。";
  return code === "EADDRNOTAVAIL" ? "本机没有这个地址，请检查 --host。" : undefined;
}
