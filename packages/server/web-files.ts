// The files of the workbench, as its build leaves them: served under /app/, with a nonce for the styles that its
// components add.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import fastifyStatic from "@fastify/static";

import { notFound } from "./http/http-problem.ts";
import type { App } from "./routes/routes.ts";

const DIST = fileURLToPath(new URL("../web/dist", import.meta.url));

/** Serves the workbench; every address under /app/ that is no file is its own affair. */
export async function addWebFiles(app: App, folder: string = DIST): Promise<void> {
  const page = await readFile(`${folder}/index.html`, "utf8").catch(() => undefined);
  if (page === undefined) {
    app.get("/app/*", () => {
      throw notFound("工作台（尚未生成，请用 npm start 启动）");
    });
    return;
  }
  await app.register(fastifyStatic, {
    root: folder,
    prefix: "/app/",
    index: false,
    wildcard: false,
    // Names of built files hold a hash of their content.
    setHeaders: (reply, path) => {
      void reply.header(
        "cache-control",
        path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
      );
    },
  });
  app.get("/app", (_, reply) => reply.redirect("/app/"));
  app.get("/app/*", (_, reply) => {
    const { style } = reply.cspNonce;
    return reply
      .header("cache-control", "no-store")
      .type("text/html; charset=utf-8")
      .send(page.replaceAll("{{csp-nonce}}", style));
  });
}
