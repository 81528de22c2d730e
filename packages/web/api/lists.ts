// Lists by pages: the next page is read where the last one ended, and all that were read are one list.

import { useInfiniteQuery } from "@tanstack/react-query";

import type { Contract } from "./client.ts";
import { read } from "./client.ts";

interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** LongList (长列表): what was read of it so far. */
export interface LongList<Item> {
  readonly data: readonly Item[] | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
  readonly hasMore: boolean;
  readonly isReadingMore: boolean;
  readonly readMore: () => void;
}

/** Words of a question: what is undefined or empty is left out. */
export function withWords(
  path: string,
  words: Readonly<Record<string, string | number | null | undefined>>,
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(words)) {
    if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** Reads a list by pages; its path is its key. */
export function useLongList<Item>(
  contract: Contract<PageOf<Item>>,
  path: string,
  words: Readonly<Record<string, string | number | null | undefined>> = {},
): LongList<Item> {
  const query = useInfiniteQuery({
    queryKey: ["list", path, words],
    queryFn: ({ pageParam, signal }) =>
      read(contract, withWords(path, { ...words, cursor: pageParam }), signal),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: (before, query) => (query?.queryKey[1] === path ? before : undefined),
  });
  return {
    data: query.data?.pages.flatMap(({ items }) => items),
    error: query.error,
    isPending: query.isPending,
    refetch: () => query.refetch(),
    hasMore: query.hasNextPage,
    isReadingMore: query.isFetchingNextPage,
    readMore: () => void query.fetchNextPage(),
  };
}
