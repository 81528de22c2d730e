// Where the workbench begins in the browser.

import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { newQueries } from "./api/queries.ts";
import { Look, setColours } from "./look/look.tsx";
import { newRouter } from "./shell/router.tsx";

const place = document.querySelector("#app");
if (place === null) throw new Error("index.html has no #app");

setColours(document.documentElement);
createRoot(place).render(
  <StrictMode>
    <Look>
      <QueryClientProvider client={newQueries()}>
        <RouterProvider router={newRouter()} />
      </QueryClientProvider>
    </Look>
  </StrictMode>,
);
