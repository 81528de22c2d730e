// The editions of forms, for whoever has to choose one.

import { editions } from "@jueming/core/regions/index.ts";

import { editionList } from "../contract/editions.ts";
import type { Routes } from "./routes.ts";

export const editionRoutes: Routes = (app) => {
  app.get(
    "/editions",
    { config: { access: "signed-in" }, schema: { response: { 200: editionList } } },
    () => ({
      items: editions.map(({ id, name, fromYear, divisions }) => ({
        id,
        name,
        fromYear,
        divisions: [...divisions],
      })),
    }),
  );
};
