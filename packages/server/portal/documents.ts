// The official files of what is published. A file is found by its publication, so that an address never leads to
// another version than the one that it was taken from; after a withdrawal it leads nowhere.

import { FILE_FORMATS } from "../contract/reports.ts";
import { notFound } from "../http/http-problem.ts";
import { allowAnyOrigin, isKnown } from "../http/open-reply.ts";
import { publicRate } from "../http/public-rate.ts";
import type { App } from "../routes/routes.ts";
import type { Services } from "../services.ts";
import { readBlob, streamBlob } from "../store/blobs.ts";
import { standingFile } from "../store/public-reports.ts";
import { MEDIA_TYPES, savedAs } from "../work/report-documents.ts";
import { keyIn } from "./pages/page-route.ts";

/** Files up to this size are read at once: one question to the database. */
const READ_AT_ONCE = 2 * 1024 * 1024;

/** Adds the route of the files. */
export function addDocuments(app: App, { database, settings }: Services): void {
  const config = { rateLimit: publicRate(settings) };
  app.get<{ Params: { file: string } }>("/documents/:file", { config }, async (request, reply) => {
    const [, ref, extension] = /^(\d{6}\.[0-9a-f-]{36})\.([a-z]{3,4})$/u.exec(request.params.file) ?? [];
    const key = keyIn(ref);
    const format = FILE_FORMATS.find((one) => one === extension);
    const file =
      key === undefined || format === undefined
        ? undefined
        : await standingFile(database, { ...key, format });
    if (key === undefined || format === undefined || file === undefined) throw notFound("这个文件");
    const tag = `"${file.hash.slice(0, 32)}"`;
    void allowAnyOrigin(reply).header("etag", tag).header("cache-control", "no-cache");
    if (isKnown(request, tag)) return reply.status(304).send();
    // Browsers show PDF by themselves; anything else is saved, so that no page of a document runs under our address.
    const name = savedAs(file.name);
    void reply
      .type(MEDIA_TYPES[format])
      .header("content-length", file.size)
      .header("content-disposition", format === "pdf" ? name.replace("attachment", "inline") : name);
    if (request.method === "HEAD") return reply.send();
    if (file.size > READ_AT_ONCE) return reply.send(streamBlob(database, key.shardRegion, file.hash));
    const content = await readBlob(database, key.shardRegion, file.hash);
    if (content === undefined) throw notFound("这个文件");
    return reply.send(Buffer.from(content));
  });
}
