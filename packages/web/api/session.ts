// Who is signed in, and signing in and out.

import type { Action } from "@jueming/server/contract/actions.ts";
import type { LinkPurpose, Session, SignInOptions } from "@jueming/server/contract/session.ts";
import { linkPurpose, session, signInOptions } from "@jueming/server/contract/session.ts";
import type { UseMutationResult, UseQueryResult } from "@tanstack/react-query";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { ask, nothing, read } from "./client.ts";
import { ApiProblem } from "./problem.ts";

export const sessionKey = ["session"] as const;

/** The session as the server sees it; null where nobody is signed in. */
export function useSession(): UseQueryResult<Session | null> {
  return useQuery({
    queryKey: sessionKey,
    queryFn: ({ signal }) => read(session, "/session", signal).catch(nullWhenSignedOut),
    staleTime: 60_000,
  });
}

/** The session, for pages inside the frame, which is only there for people who are signed in. */
export function useSignedIn(): Session {
  const { data } = useSession();
  if (data == null) throw new Error("a page inside the frame is shown to nobody");
  return data;
}

/** The region (shard) whose administrator or reviewer this is: the one that the account belongs to. */
export const regionOf = ({ account }: Session): string => account.ref.slice(0, 6);

/** True where one of the acts is allowed to whoever is signed in; the server still checks each. */
export function mayAny(current: Session, acts: readonly Action[]): boolean {
  return acts.some((act) => current.actions.includes(act));
}

/** What the sign-in page may offer. */
export function useSignInOptions(): UseQueryResult<SignInOptions> {
  return useQuery({
    queryKey: ["session", "options"],
    queryFn: ({ signal }) => read(signInOptions, "/session/options", signal),
  });
}

/** What a one-time link is for; a link that has been used or is too old is a problem. */
export function useLinkPurpose(token: string): UseQueryResult<LinkPurpose> {
  return useQuery({
    queryKey: ["session", "link", token],
    queryFn: async () =>
      (await ask(linkPurpose, "/one-time-link", { method: "POST", body: { token } })).value.purpose,
    enabled: token !== "",
    // Once the link has been used, the answer would be another, on a page that is about to be left.
    staleTime: "static",
  });
}

/** Signs in with login and password. */
export function useSignIn(): Entrance<{ readonly login: string; readonly password: string }> {
  return useEntrance("/session");
}

/** Takes a desk of the sample data. */
export function useSampleSignIn(): Entrance<{ readonly login: string }> {
  return useEntrance("/session/sample");
}

/** Uses the one-time link of the first start. */
export function useSetUp(): Entrance<{
  readonly token: string;
  readonly regionCode: string;
  readonly regionName: string;
  readonly login: string;
  readonly name: string;
  readonly password: string;
}> {
  return useEntrance("/set-up");
}

/** Uses the one-time link of an invitation or of a forgotten password. */
export function useSetPassword(): Entrance<{ readonly token: string; readonly password: string }> {
  return useEntrance("/password/by-link");
}

/** Signs out, with a full load, so that no page keeps what it held. */
export function useSignOut(): UseMutationResult<unknown, Error, void> {
  return useMutation({
    mutationFn: () => ask(nothing, "/session", { method: "DELETE" }),
    onSuccess: () => location.assign(`${import.meta.env.BASE_URL}sign-in`),
  });
}

type Entrance<T> = UseMutationResult<unknown, Error, T>;

/** A way in: after it, the session is asked for anew. */
function useEntrance<T>(path: string): Entrance<T> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: T) => ask(nothing, path, { method: "POST", body }),
    onSuccess: () => {
      // What another person read on this machine is not shown to the next one.
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
      return queries.invalidateQueries({ queryKey: sessionKey });
    },
  });
}

function nullWhenSignedOut(error: unknown): null {
  if (error instanceof ApiProblem && error.kind === "signed-out") return null;
  throw error;
}
