// How what was read is kept: reads are tried again while the trouble is a passing one, and the end of a session is
// noticed wherever it shows.

import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";

import { ApiProblem } from "./problem.ts";
import { sessionKey } from "./session.ts";

const attempts = 3;

/** The store of all that was read. */
export function newQueries(): QueryClient {
  const noticeEnd = (error: unknown): void => {
    if (error instanceof ApiProblem && error.kind === "signed-out") {
      void queries.invalidateQueries({ queryKey: sessionKey });
    }
  };
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: noticeEnd }),
    mutationCache: new MutationCache({ onError: noticeEnd }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Whether the network is there is seen by asking: offices work on networks without the internet.
        networkMode: "always",
        retry: (count, error) => count < attempts && error instanceof ApiProblem && error.isPassing,
        retryDelay: (count) => Math.min(1000 * 2 ** count, 8000),
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
  return queries;
}
