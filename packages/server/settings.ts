// How the server is to run, from its options and the environment.

/** Settings: what an operator chooses. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** Folder of the embedded database; not used with a URL. */
  readonly data: string;
  readonly databaseUrl: string | null;
  /** True to load the sample data into an empty database, and to offer its desks on loopback addresses. */
  readonly sample: boolean;
  /** True behind a proxy that ends HTTPS: cookies are then sent over HTTPS only, and its headers are believed. */
  readonly behindProxy: boolean;
  /** Requests a minute that one address may make of each public page, download and list. */
  readonly publicRequestsAMinute: number;
  readonly log: "silent" | "info" | "debug";
}

export const DEFAULT_SETTINGS: Settings = {
  host: "127.0.0.1",
  port: 8080,
  data: "./data",
  databaseUrl: null,
  sample: true,
  behindProxy: false,
  // A load of 200 requests a second from one address, which many readers may share, and some room above it.
  publicRequestsAMinute: 15_000,
  log: "info",
};
