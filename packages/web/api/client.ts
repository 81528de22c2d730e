// The typed way to the server: each answer is checked against its contract, each failure is an ApiProblem. Nothing
// else in the workbench calls fetch.

import { offlineProblem, problemOf, unreadableAnswer } from "./problem.ts";

/** What a contract's zod type can do for us. */
export interface Contract<T> {
  readonly parse: (value: unknown) => T;
}

/** Answer: what came, and the tag (ETag) under which a change of it may be sent. */
export interface Answer<T> {
  readonly value: T;
  readonly tag: string | null;
}

export interface Question {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Sent as JSON; a file or a form is sent as it is. */
  readonly body?: unknown;
  /** If-Match: the change is refused where the thing has changed since this tag. */
  readonly tag?: string | null;
  readonly signal?: AbortSignal;
}

const base = "/api/v1";

/** Asks the server; the path is below /api/v1. */
export async function ask<T>(
  contract: Contract<T>,
  path: string,
  question: Question = {},
): Promise<Answer<T>> {
  const response = await send(path, question);
  const tag = response.headers.get("etag");
  try {
    const body: unknown = response.status === 204 ? null : await response.json();
    return { value: contract.parse(body), tag };
  } catch (cause) {
    if (isAborted(cause)) throw cause;
    throw unreadableAnswer(cause);
  }
}

/** Reads: the answer's value alone. */
export async function read<T>(contract: Contract<T>, path: string, signal?: AbortSignal): Promise<T> {
  return (await ask(contract, path, signal === undefined ? {} : { signal })).value;
}

/** For what answers nothing (204). */
export const nothing: Contract<null> = { parse: () => null };

/** A page of HTML or a file, as text: previews. */
export async function readText(path: string, signal?: AbortSignal): Promise<string> {
  return (await send(path, signal === undefined ? {} : { signal })).text();
}

/** Address of a file to download: the browser fetches it itself, with the session's cookie. */
export function downloadAddress(path: string): string {
  return `${base}${path}`;
}

async function send(path: string, question: Question): Promise<Response> {
  const response = await fetch(`${base}${path}`, requestOf(question)).catch((cause: unknown) => {
    throw isAborted(cause) ? cause : offlineProblem(cause);
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

function requestOf({ method = "GET", body, tag, signal }: Question): RequestInit {
  const headers = new Headers({ accept: "application/json" });
  if (method !== "GET") headers.set("x-csrf-token", cookie("jueming_csrf") ?? "");
  if (tag !== undefined && tag !== null) headers.set("if-match", tag);
  const isRaw = body instanceof FormData || body instanceof Blob;
  if (body !== undefined && !isRaw) headers.set("content-type", "application/json");
  return {
    method,
    headers,
    credentials: "same-origin",
    ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  };
}

function cookie(name: string): string | undefined {
  const pair = document.cookie.split("; ").find((each) => each.startsWith(`${name}=`));
  return pair === undefined ? undefined : decodeURIComponent(pair.slice(name.length + 1));
}

function isAborted(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === "AbortError";
}
