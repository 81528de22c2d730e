// How often one address may read what is public. Counted by address and by route, a minute at a time; behind a proxy
// the address is the reader's (settings.behindProxy).

import type { Settings } from "../settings.ts";

/** PublicRate: the limit of a route as the plugin takes it. */
export interface PublicRate {
  readonly max: number;
  readonly timeWindow: number;
}

/** The limit of each public page, download and list. */
export const publicRate = ({ publicRequestsAMinute }: Settings): PublicRate => ({
  max: publicRequestsAMinute,
  timeWindow: 60_000,
});
