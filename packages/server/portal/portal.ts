// The public portal: pages made here, readable without a script. Everything it shows comes from what is published.

import { readFileSync } from "node:fs";

import type { FastifyReply, FastifyRequest } from "fastify";

import { problemOf } from "../http/error-handler.ts";
import type { App } from "../routes/routes.ts";
import type { Services } from "../services.ts";
import { changeCount } from "../store/public-reports.ts";
import { framed, STYLE, STYLE_PATH } from "./page.ts";
import type { PageText } from "./page-cache.ts";
import { madePage, PageCache } from "./page-cache.ts";
import { errorPage, noSuchPage } from "./pages/error.ts";
import type { PageRoute } from "./pages/index.ts";
import { pageRoutes } from "./pages/index.ts";
import { addDocuments } from "./documents.ts";
import { addDownloads } from "./downloads/downloads.ts";
import { interfacePage, routesOf } from "./pages/interface-docs.ts";
import { addRobots } from "./robots.ts";

const MARK = readFileSync(new URL("mark.svg", import.meta.url), "utf8");
const FOR_GOOD = "public, max-age=31536000, immutable";

/** Pages are cheap, and schools and offices share one address. */
export const PUBLIC_RATE = { max: 15_000, timeWindow: 60_000 };
const config = { rateLimit: PUBLIC_RATE };

/** Adds the portal to the application. */
export async function addPortal(app: App, services: Services): Promise<void> {
  await app.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => {
      // Reason: what is thrown in a request is an error of Fastify's or one that it has wrapped.
      const problem = problemOf(error as Parameters<typeof problemOf>[0]);
      if (problem.status >= 500) request.log.error({ err: error }, "page failed");
      return sendPage(reply, framed(errorPage(problem)), problem.status);
    });
    scope.get(STYLE_PATH, { config }, (_, reply) =>
      reply.header("cache-control", FOR_GOOD).type("text/css; charset=utf-8").send(STYLE),
    );
    scope.get("/portal/mark.svg", { config }, (_, reply) =>
      reply.header("cache-control", "public, max-age=86400").type("image/svg+xml").send(MARK),
    );
    // Pages are for people: the description of the interface leaves them out.
    scope.addHook("onRoute", (route) => {
      route.schema = { ...route.schema, hide: true };
    });
    const cache = new PageCache();
    for (const route of pageRoutes) addPage(scope.withTypeProvider(), services, { route, cache });
    for (const add of [addDocuments, addDownloads, addRobots]) add(scope.withTypeProvider(), services);
    scope.get("/api/docs", { config, schema: { hide: true } }, (_, reply) =>
      sendPage(reply, framed(interfacePage(routesOf(app.swagger()))), 200),
    );
  });
}

interface PageParts {
  readonly route: PageRoute;
  readonly cache: PageCache;
}

function addPage(app: App, services: Services, { route, cache }: PageParts): void {
  app.get(route.path, { config }, async (request, reply) => {
    const asked = { params: texts(request.params), query: chosen(texts(request.query), route.reads ?? []) };
    const shard = route.shardOf?.(asked) ?? null;
    const count = await changeCount(services.database, shard);
    const day = services.now().toISOString().slice(0, 10);
    const make = async (): Promise<PageText> => {
      const found = (await route.page(services, asked)) ?? noSuchPage();
      return { status: found.status ?? 200, text: framed(found) };
    };
    const key = JSON.stringify([route.path, day, asked]);
    const page = route.isFleeting === true ? await madePage(make) : await cache.get(key, count, make);
    void reply
      .header("cache-control", "no-cache")
      .header("vary", "accept-encoding")
      .header("etag", page.tag)
      .type("text/html; charset=utf-8");
    if (page.status === 200 && isKnown(request, page.tag)) return reply.status(304).send();
    void reply.status(page.status);
    if (!takesGzip(request)) return reply.send(page.plain);
    return reply.header("content-encoding", "gzip").send(page.gzip);
  });
}

const isKnown = (request: FastifyRequest, tag: string): boolean =>
  (request.headers["if-none-match"] ?? "").split(",").some((one) => one.trim().replace(/^W\//u, "") === tag);

const takesGzip = (request: FastifyRequest): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/u.test(String(request.headers["accept-encoding"] ?? ""));

const chosen = (
  query: Readonly<Record<string, string>>,
  names: readonly string[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(names.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])));

/** Parameters as texts; of several of one name the first counts. */
function texts(given: unknown): Readonly<Record<string, string>> {
  if (typeof given !== "object" || given === null) return {};
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => {
      const first: unknown = Array.isArray(value) ? value[0] : value;
      return typeof first === "string" ? [[name, first]] : [];
    }),
  );
}

/** Sends a page that is not kept. */
export function sendPage(reply: FastifyReply, text: string, status: number): FastifyReply {
  return reply.status(status).header("cache-control", "no-store").type("text/html; charset=utf-8").send(text);
}
