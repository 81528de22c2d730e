// The HTTP application: security for every request, the interface under /api/v1, the workbench under /app/, the portal.

import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import Fastify from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";

import { guardRoutes } from "./http/access.ts";
import { addDescription } from "./http/description.ts";
import { answerError } from "./http/error-handler.ts";
import { newId } from "./identifiers.ts";
import { addPortal } from "./portal/portal.ts";
import { answerNotFound } from "./portal/not-found.ts";
import type { App } from "./routes/routes.ts";
import { routes } from "./routes/index.ts";
import type { Services } from "./services.ts";
import { addHealth } from "./http/health.ts";
import { allowAnyOrigin } from "./http/open-reply.ts";
import { loggedError } from "./http/logged-error.ts";
import { isNearestProxy } from "./http/nearest-proxy.ts";
import { addMetrics } from "./http/metrics.ts";
import type { Settings } from "./settings.ts";
import { addWebFiles } from "./web-files.ts";

const BODY_LIMIT = 8 * 1024 * 1024;
const FILE_LIMIT = 256 * 1024 * 1024;
/** A brake, not a gate: a whole office may come from one address. Signing in has a limit of its own. */
const REQUESTS_A_MINUTE = 30_000;

/** Builds the application; it listens to nothing yet. */
export async function buildApplication(services: Services): Promise<App> {
  const { settings } = services;
  const app: App = Fastify({
    logger:
      settings.log === "silent"
        ? false
        : {
            level: settings.log,
            serializers: { req: loggedRequest, err: (error) => ({ ...loggedError(error) }) },
          },
    trustProxy: settings.behindProxy ? isNearestProxy : false,
    bodyLimit: BODY_LIMIT,
    genReqId: () => newId(),
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 400 },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerError);
  app.setNotFoundHandler(answerNotFound);
  await addSecurity(app, settings);
  await addDescription(app);
  await app.register(
    async (scope) => {
      // Only where a route asks for it: answers that hold secrets of a session are not compressed (BREACH).
      await scope.register(compress, { global: false, threshold: 1024 });
      guardRoutes(scope, services);
      scope.get("/openapi.json", { config: { access: "public" }, schema: { hide: true } }, (_, reply) => {
        void allowAnyOrigin(reply);
        return app.swagger();
      });
      for (const add of routes) add(scope.withTypeProvider(), services);
    },
    { prefix: "/api/v1" },
  );
  addHealth(app, services);
  addMetrics(app, services);
  await addPortal(app, services);
  await addWebFiles(app);
  return app;
}

/** Headers, cookies, limits. */
async function addSecurity(app: App, settings: Settings): Promise<void> {
  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        frameSrc: ["'self'", "blob:"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        baseUri: ["'none'"],
        manifestSrc: ["'self'"],
      },
    },
    // Behind plain HTTP inside a network, these would lock people out; the proxy of an HTTPS set-up sends its own.
    strictTransportSecurity: settings.behindProxy,
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: "sameorigin" },
  });
  await app.register(cookie);
  await app.register(rateLimit, { global: true, max: REQUESTS_A_MINUTE, timeWindow: 60_000 });
  await app.register(multipart, {
    limits: { fileSize: FILE_LIMIT, files: 500, fields: 20, fieldSize: 64 * 1024 },
  });
}

/** What the log says of a request: nothing of a person, and no text that was searched for. */
function loggedRequest(request: { readonly method: string; readonly url: string }): Record<string, string> {
  return { method: request.method, path: request.url.split("?")[0] ?? "" };
}
