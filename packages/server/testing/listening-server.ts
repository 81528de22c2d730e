// A whole server for tests in a real browser: it listens, the workbench is built, people are signed in by cookie.

import { buildWhenStale } from "@jueming/web/build.ts";
import type { SignedInPerson, TestServer } from "./test-server.ts";
import { testServer } from "./test-server.ts";

/** ListeningServer: the server and its address. */
export interface ListeningServer extends TestServer {
  readonly address: string;
}

/** Starts a server with the workbench on a free port of this machine. */
export async function listeningServer(): Promise<ListeningServer> {
  const before = process.env["NODE_ENV"];
  // vitest says "test", for which React has no build of its own.
  process.env["NODE_ENV"] = "production";
  await buildWhenStale();
  process.env["NODE_ENV"] = before;
  const server = await testServer();
  const address = await server.app.listen({ host: "127.0.0.1", port: 0 });
  return { ...server, address };
}

/** The cookies by which a browser is signed in as a person. */
export function cookiesOf(
  { headers }: SignedInPerson,
  address: string,
): { readonly name: string; readonly value: string; readonly url: string }[] {
  const session = /jueming_session=([^;]+)/u.exec(headers["cookie"] ?? "")?.[1] ?? "";
  return [
    { name: "jueming_session", value: session, url: address },
    { name: "jueming_csrf", value: headers["x-csrf-token"] ?? "", url: address },
  ];
}
