// Progress of long work as the server tells it (server-sent events). The browser connects again by itself while it can;
// where it gives up, because a proxy answered for a server that is being started, we do. Each message is checked
// against its contract.

import { useEffect, useEffectEvent } from "react";

import type { Contract } from "./client.ts";
import { downloadAddress } from "./client.ts";

/** How long until it is tried again after the browser has given up. */
const RETRY_MS = 3_000;

/** Listens to the events of one name at a path until it is stopped. */
export function listen<T>(
  path: string,
  name: string,
  contract: Contract<T>,
  onEvent: (event: T) => void,
): () => void {
  const source = new EventSource(downloadAddress(path));
  let stop = (): void => source.close();
  source.addEventListener(name, (message: MessageEvent<string>) => {
    onEvent(contract.parse(JSON.parse(message.data)));
  });
  // The server says "end" when there is nothing more to tell; otherwise the browser would ask again for ever.
  source.addEventListener("end", () => source.close());
  source.addEventListener("error", () => {
    if (source.readyState !== EventSource.CLOSED) return;
    const timer = setTimeout(() => {
      stop = listen(path, name, contract, onEvent);
    }, RETRY_MS);
    stop = () => clearTimeout(timer);
  });
  return () => stop();
}

/** Listens while the component is shown; no path, no listening. */
export function useEvents<T>(
  path: string | null,
  name: string,
  contract: Contract<T>,
  onEvent: (event: T) => void,
): void {
  const handle = useEffectEvent(onEvent);
  useEffect(() => {
    if (path === null) return undefined;
    return listen(path, name, contract, (event) => handle(event));
  }, [path, name, contract]);
}
