// The description of the interface (OpenAPI 3.1), made from the routes: their schemas, and the act that each is.

import swagger from "@fastify/swagger";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";

import { actName } from "../contract/act-names.ts";
import type { App } from "../routes/routes.ts";

type Transform = typeof jsonSchemaTransform;

const ACCESS_NAMES: Readonly<Record<string, string>> = { public: "无需登录", "signed-in": "登录后可用" };

/** Who may: the act of a route, in the words of the table of acts. */
const accessName = (access: string): string => ACCESS_NAMES[access] ?? `需要“${actName(access)}”的权限`;

const described: Transform = (route) => {
  const made = jsonSchemaTransform(route);
  const access = route.route.config?.access;
  if (made.schema === undefined || access === undefined) return made;
  const schema = {
    ...made.schema,
    tags: made.schema.tags ?? ["工作台"],
    summary: made.schema.summary ?? accessName(access),
    security: access === "public" ? [] : [{ session: [] }],
  };
  return { ...made, schema };
};

/** Adds the description; routes that are registered afterwards are in it. */
export async function addDescription(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "决明接口",
        version: "1",
        description:
          "部门决算公开与预算绩效自评的填报、核对、审核、公开。/api/v1/public 下是公开数据，无需登录；错误为 RFC 9457 problem details。",
      },
      tags: [
        { name: "公开数据", description: "已公开的单位、报告、数字和绩效自评，无需登录，可自由再利用" },
        { name: "工作台", description: "填报、审核、公开、管理，登录后按岗位使用" },
      ],
      components: {
        securitySchemes: { session: { type: "apiKey", in: "cookie", name: "jueming_session" } },
      },
    },
    transform: described,
    transformObject: jsonSchemaTransformObject,
  });
}
