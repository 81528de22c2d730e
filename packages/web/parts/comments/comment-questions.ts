// What is asked and sent about the comments of a report, wherever they are shown.

import type { CommentDraft, CommentList } from "@jueming/server/contract/review.ts";
import { commentList } from "@jueming/server/contract/review.ts";
import type { UseMutationResult, UseQueryResult } from "@tanstack/react-query";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { ask, nothing, read } from "../../api/client.ts";

/** Under which key something of a report is kept that people say of it. */
export const keyOf = (ref: string, what: string): readonly string[] => ["reviewed", ref, what];

/** 批注 */
export const useComments = (ref: string): UseQueryResult<CommentList> =>
  useQuery({
    queryKey: keyOf(ref, "comments"),
    queryFn: ({ signal }) => read(commentList, `/reports/${ref}/comments`, signal),
  });

export type Sending<T> = UseMutationResult<unknown, Error, T>;

/** Sends something about a report; what is shown of it is asked for anew. */
export function useSending<T>(ref: string, send: (value: T) => Promise<unknown>): Sending<T> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () =>
      Promise.all(
        [["reviewed", ref], ["reviews"], ["my-work"]].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

const made = { parse: () => null };

/** 批注、提问、答复 */
export const useCommenting = (ref: string): Sending<Partial<CommentDraft>> =>
  useSending(ref, (body: Partial<CommentDraft>) =>
    ask(made, `/reports/${ref}/comments`, { method: "POST", body }),
  );

/** 销结 */
export const useSettling = (ref: string): Sending<string> =>
  useSending(ref, (comment: string) =>
    ask(nothing, `/reports/${ref}/comments/${comment}/resolution`, { method: "POST" }),
  );
