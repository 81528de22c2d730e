// Every error of a request, once: as problem details, with nothing of the inside in it.

import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";

import { DocumentError } from "@jueming/documents/document-error.ts";

import type { Problem } from "../contract/problem.ts";
import { sqlState } from "../database/database.ts";
import { HttpProblem } from "./http-problem.ts";

const TITLES: Readonly<Record<number, string>> = {
  400: "请求有误",
  401: "尚未登录",
  403: "没有权限",
  404: "没有找到",
  409: "有冲突",
  412: "内容已被修改",
  413: "文件过大",
  415: "不支持的格式",
  422: "不能完成",
  429: "操作过于频繁",
  500: "程序出错",
  503: "暂时不能服务",
};

/** Answers a request that failed. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error);
  if (problem.status >= 500) request.log.error({ err: error }, "request failed");
  return reply.status(problem.status).type("application/problem+json").send(problem);
}

/** The problem details of an error. */
export function problemOf(error: FastifyError): Problem {
  if (error instanceof HttpProblem) {
    const { status, code, message, faults } = error;
    return of(status, code, message, faults);
  }
  if (error instanceof DocumentError) return of(422, error.code, error.message);
  if (hasZodFastifySchemaValidationErrors(error)) {
    const faults = error.validation.map(({ instancePath, message }) => ({
      path: instancePath,
      message: message ?? "",
    }));
    return of(400, "bad-request", "请求的内容不符合要求，请检查所填各项。", faults);
  }
  if (isDatabaseAway(error)) {
    return of(503, "database-away", "数据库正在恢复，请几秒钟后再试；已确认保存的内容不会丢失。");
  }
  const status = error.statusCode ?? 500;
  if (status === 429) return of(429, "too-many-requests", "操作过于频繁，请稍后再试。");
  if (status === 413) return of(413, "too-large", "文件或内容过大，超过了允许的大小。");
  if (status === 415) return of(415, "unsupported-media-type", "不支持这种内容格式。");
  if (status >= 400 && status < 500)
    return of(status, error.code.toLowerCase(), "请求有误，请刷新页面后再试。");
  return of(
    500,
    "internal",
    "程序出错，没有完成这次操作。请稍后再试；仍不行的，请把时间告诉系统管理员查日志。",
  );
}

function of(status: number, code: string, detail: string, faults?: Problem["faults"]): Problem {
  const title = TITLES[status] ?? "不能完成";
  return { type: "about:blank", title, status, detail, code, ...(faults === undefined ? {} : { faults }) };
}

/** Class 08 connection exception, 57P0x shutdown and recovery; and what the driver says of a broken connection. */
function isDatabaseAway(error: unknown): boolean {
  if (/^(?:08|57P0)/u.test(sqlState(error))) return true;
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    if (
      /ECONNREFUSED|ECONNRESET|Connection terminated|connection timeout|timeout exceeded when trying/iu.test(
        one.message,
      )
    )
      return true;
    if ("code" in one && (one.code === "ECONNREFUSED" || one.code === "ECONNRESET")) return true;
  }
  return false;
}
