// What search engines read: where they may go, and every unit's page.

import { publicRate } from "../http/public-rate.ts";
import type { App } from "../routes/routes.ts";
import type { Services } from "../services.ts";
import { referenceTo } from "../contract/reference.ts";
import { regionsIn, unitAddresses } from "../store/public-reports.ts";
import { codeIn } from "./pages/page-route.ts";
import { regionPath, unitPath } from "../contract/portal-paths.ts";

const ROBOTS = [
  "User-agent: *",
  "Disallow: /app/",
  "Disallow: /api/",
  "Disallow: /search",
  "Disallow: /compare",
];

/** Where the site is, as the request says it. */
const origin = (request: { readonly protocol: string; readonly host: string }): string =>
  `${request.protocol}://${request.host}`.replaceAll(/[^\w:/.[\]-]/gu, "");

/** Adds robots.txt and the maps of the site, one a region. */
export function addRobots(app: App, { database, settings }: Services): void {
  const config = { rateLimit: publicRate(settings) };
  app.get("/robots.txt", { config }, (request, reply) =>
    reply
      .type("text/plain; charset=utf-8")
      .send([...ROBOTS, `Sitemap: ${origin(request)}/sitemap.xml`, ""].join("\n")),
  );
  app.get("/sitemap.xml", { config }, async (request, reply) => {
    const regions = await regionsIn(database, null);
    const maps = regions.map(
      ({ shardRegion }) => `<sitemap><loc>${origin(request)}/sitemaps/${shardRegion}</loc></sitemap>`,
    );
    return reply
      .type("application/xml; charset=utf-8")
      .send(
        `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${maps.join("")}</sitemapindex>\n`,
      );
  });
  app.get<{ Params: { code: string } }>("/sitemaps/:code", { config }, async (request, reply) => {
    const code = codeIn(request.params.code) ?? "";
    const units = await unitAddresses(database, code);
    const paths = [
      regionPath(code),
      ...units.map(({ unitId }) => unitPath(referenceTo({ shardRegion: code, id: unitId }))),
    ];
    const urls = paths.map((path) => `<url><loc>${origin(request)}${path}</loc></url>`);
    return reply
      .type("application/xml; charset=utf-8")
      .send(
        `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join("")}</urlset>\n`,
      );
  });
}
