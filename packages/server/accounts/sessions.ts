// Sessions: a secret in a cookie, its hash in the database; a new one at every sign-in.

import type { FastifyReply, FastifyRequest } from "fastify";

import type { Queries } from "../database/database.ts";
import { newToken, sha256 } from "../identifiers.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/accounts.ts";
import { session } from "../store/schema/index.ts";

/** Twelve hours without a request end a session. */
export const SESSION_MS = 12 * 3_600_000;
/** How old the last entry of use may be before it is renewed: not every request writes. */
export const RENEW_MS = 60_000;

const isSecure = ({ protocol }: Pick<FastifyRequest, "protocol">): boolean => protocol === "https";

/** Name of the cookie; the prefix makes browsers refuse it from elsewhere where there is HTTPS. */
export const sessionCookie = (request: Pick<FastifyRequest, "protocol">): string =>
  isSecure(request) ? "__Host-jueming_session" : "jueming_session";

/** The token against forged requests, which pages read and send back as x-csrf-token. */
export const CSRF_COOKIE = "jueming_csrf";

/** Begins a session, and gives its cookies to the browser. */
export async function beginSession(
  queries: Queries,
  { now }: Pick<Services, "now">,
  {
    account,
    request,
    reply,
  }: { readonly account: Account; readonly request: FastifyRequest; readonly reply: FastifyReply },
): Promise<void> {
  const [token, csrf, at] = [newToken(), newToken(), now()];
  await queries.insert(session).values({
    shardRegion: account.shardRegion,
    tokenHash: sha256(token),
    accountId: account.id,
    csrf,
    createdAt: at,
    seenAt: at,
    expiresAt: new Date(at.getTime() + SESSION_MS),
  });
  const common = { path: "/", sameSite: "lax", secure: isSecure(request) } as const;
  void reply.setCookie(sessionCookie(request), token, { ...common, httpOnly: true });
  void reply.setCookie(CSRF_COOKIE, csrf, common);
}

/** Takes the cookies back. */
export function forgetCookies(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(sessionCookie(request), { path: "/" });
  void reply.clearCookie(CSRF_COOKIE, { path: "/" });
}
