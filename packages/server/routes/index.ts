// All routes of the interface, one line a thing.

import type { Routes } from "./routes.ts";
import { sessionRoutes } from "./session.ts";

export const routes: readonly Routes[] = [sessionRoutes];
