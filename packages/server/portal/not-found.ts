// What an address that leads nowhere answers: a page to people, problem details to programs.

import type { FastifyReply, FastifyRequest } from "fastify";

import { HttpProblem } from "../http/http-problem.ts";
import { framed } from "./page.ts";
import { noSuchPage } from "./pages/error.ts";
import { sendPage } from "./portal.ts";

/** Answers a request for an address that there is not. */
export function answerNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const isPage = request.method === "GET" || request.method === "HEAD";
  if (!isPage || request.url.startsWith("/api/"))
    throw new HttpProblem(404, "not-found", "没有这个地址。请检查链接，或从首页进入。");
  return sendPage(reply, framed(noSuchPage()), 404);
}
