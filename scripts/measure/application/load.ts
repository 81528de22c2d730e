// A steady load of requests on addresses of a served application, and how long the answers take. The load is open: a slow
// answer does not hold up the next request, as people do not wait for one another.
//   node scripts/measure/application/load.ts --origin ORIGIN --rate 200 --seconds 30 PATH...

import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Agent, request } from "node:http";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    origin: { type: "string" },
    rate: { type: "string", default: "200" },
    seconds: { type: "string", default: "30" },
    cookie: { type: "string", default: "" },
  },
});
const origin = values.origin ?? "";
const rate = Number(values.rate);
const agent = new Agent({ keepAlive: true, maxSockets: 400 });
const times: number[] = [];
const statuses = new Map<number, number>();
let bytes = 0;
const begin = performance.now();
const all: Promise<void>[] = [];
for (let n = 0; n < rate * Number(values.seconds); n += 1) {
  const due = begin + (n * 1000) / rate;
  const wait = due - performance.now();
  if (wait > 1) await sleep(wait);
  // Measured from when it was due: a load that cannot be sent in time counts as waiting.
  all.push(ask(positionals[n % positionals.length] ?? "/", due));
}
await Promise.all(all);
agent.destroy();
const sorted = times.toSorted((a, b) => a - b);
const share = (part: number): string => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(1);
const elapsed = (performance.now() - begin) / 1000;
process.stdout.write(
  `${sorted.length} answers at ${(sorted.length / elapsed).toFixed(0)}/s: p50 ${share(0.5)} ms, p90 ${share(0.9)} ms, p99 ${share(0.99)} ms, longest ${share(1)} ms; ${(bytes / sorted.length / 1024).toFixed(1)} KB each; statuses ${JSON.stringify([...statuses])}\n`,
);

function ask(path: string, due: number): Promise<void> {
  return new Promise((done) => {
    const sent = request(
      `${origin}${path}`,
      { agent, headers: { "accept-encoding": "gzip", cookie: values.cookie } },
      (answer) => {
        answer.on("data", (piece: Buffer) => (bytes += piece.length));
        answer.on("end", () => {
          times.push(performance.now() - due);
          statuses.set(answer.statusCode ?? 0, (statuses.get(answer.statusCode ?? 0) ?? 0) + 1);
          done();
        });
      },
    );
    sent.on("error", () => {
      statuses.set(0, (statuses.get(0) ?? 0) + 1);
      times.push(performance.now() - due);
      done();
    });
    sent.end();
  });
}
