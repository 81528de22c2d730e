// Acts: what a person does to the data; afterwards the lists it touches are read again.

import type { UseMutationResult } from "@tanstack/react-query";
import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { Contract, Question } from "./client.ts";
import { ask } from "./client.ts";

/** Where an act is sent, and as what. */
export interface Act extends Pick<Question, "body" | "tag"> {
  readonly method: "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
}

/** An act; when it is done, everything that was read is read again where it is shown. */
export function useAct<Input, T>(
  contract: Contract<T>,
  actOf: (input: Input) => Act,
): UseMutationResult<T, Error, Input> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (input: Input) => {
      const { path, ...question } = actOf(input);
      return (await ask(contract, path, question)).value;
    },
    onSuccess: () => queries.invalidateQueries(),
  });
}
