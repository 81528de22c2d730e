// All tables, one line an area. A new table goes into its area's file; a new area is a line here.

export * from "./accounts.ts";
export * from "./bulk.ts";
export * from "./figures.ts";
export * from "./jobs.ts";
export * from "./organization.ts";
export * from "./publication.ts";
export * from "./public.ts";
export * from "./reports.ts";
export * from "./review.ts";
