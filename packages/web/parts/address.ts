// What a page keeps in its address: its filters and its open parts, so that a reload, a link or going back shows the same.

import { useNavigate, useSearch } from "@tanstack/react-router";

/** Address (地址): the words behind the question mark, and a way to change some of them; null takes one away. */
export interface Address {
  readonly words: Readonly<Record<string, string | undefined>>;
  readonly change: (words: Readonly<Record<string, string | null>>) => void;
}

/** The address of the page that is shown. */
export function useAddress(): Address {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const words = Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) =>
      typeof value === "string" || typeof value === "number" ? [[name, String(value)]] : [],
    ),
  );
  const change = (changed: Readonly<Record<string, string | null>>): void => {
    const next = Object.entries({ ...words, ...changed }).filter(
      ([, value]) => value !== null && value !== "",
    );
    void navigate({ to: ".", search: Object.fromEntries(next), replace: true });
  };
  return { words, change };
}
