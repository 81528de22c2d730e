// The public portal: pages made here, readable without a script. Everything it shows comes from what is published.

import { readFileSync } from "node:fs";

import compress from "@fastify/compress";
import type { FastifyReply, FastifyRequest } from "fastify";

import { problemOf } from "../http/error-handler.ts";
import { isKnown } from "../http/open-reply.ts";
import { publicRate } from "../http/public-rate.ts";
import type { App } from "../routes/routes.ts";
import type { Services } from "../services.ts";
import { changeCount } from "../store/public-reports.ts";
import { framed, STYLE, STYLE_PATH } from "./page.ts";
import type { MadePage, PageText } from "./page-cache.ts";
import { madePage, PageCache } from "./page-cache.ts";
import { errorPage, noSuchPage } from "./pages/error.ts";
import type { PageRoute } from "./pages/index.ts";
import { pageRoutes } from "./pages/index.ts";
import { addDocuments } from "./documents.ts";
import { addDownloads } from "./downloads/downloads.ts";
import { routesOf } from "./pages/described-interface.ts";
import { interfacePage } from "./pages/interface-docs.ts";
import { addRobots } from "./robots.ts";

const MARK = readFileSync(new URL("mark.svg", import.meta.url), "utf8");
const FOR_GOOD = "public, max-age=31536000, immutable";

/** Adds the portal to the application. */
export async function addPortal(app: App, services: Services): Promise<void> {
  const config = { rateLimit: publicRate(services.settings) };
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
    await scope.register(compress, { global: false, threshold: 1024 });
    const cache = new PageCache();
    for (const route of pageRoutes) addPage(scope.withTypeProvider(), services, { route, cache });
    for (const add of [addDocuments, addDownloads, addRobots]) add(scope.withTypeProvider(), services);
    let docs: Promise<MadePage> | undefined;
    scope.get("/api/docs", { config }, async (request, reply) => {
      docs ??= madePage(async () => ({
        status: 200,
        text: framed(interfacePage(routesOf(app.swagger()), config.rateLimit.max)),
      }));
      return sendMade(request, reply, await docs);
    });
  });
}

interface PageParts {
  readonly route: PageRoute;
  readonly cache: PageCache;
}

function addPage(app: App, services: Services, { route, cache }: PageParts): void {
  app.get(route.path, { config: { rateLimit: publicRate(services.settings) } }, async (request, reply) => {
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
    return sendMade(request, reply, page);
  });
}

/** Sends a page as the reader takes it; nothing of it where the reader has it. */
function sendMade(request: FastifyRequest, reply: FastifyReply, page: MadePage): FastifyReply {
  void reply
    .header("cache-control", "no-cache")
    .header("vary", "accept-encoding")
    .header("etag", page.tag)
    .type("text/html; charset=utf-8");
  if (page.status === 200 && isKnown(request, page.tag)) return reply.status(304).send();
  void reply.status(page.status);
  if (!takesGzip(request)) return reply.send(page.plain);
  return reply.header("content-encoding", "gzip").send(page.gzip);
}

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
