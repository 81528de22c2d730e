// The thread that makes the database cluster of a data folder (started-database.ts begins it).

import { workerData } from "node:worker_threads";

import { preparedCluster } from "./cluster.ts";

await preparedCluster(String(workerData));
