// What the page of the interface needs of its description (OpenAPI): of each address what it takes and what it gives.

import { z } from "zod";

const field: z.ZodType<Field> = z.lazy(() =>
  z.object({
    title: z.string().optional(),
    description: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    items: field.optional(),
    properties: z.record(z.string(), field).optional(),
  }),
);

/** Field: a field of an answer, as JSON Schema says it. */
interface Field {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly type?: string | readonly string[] | undefined;
  readonly items?: Field | undefined;
  readonly properties?: Readonly<Record<string, Field>> | undefined;
}

const operation = z.object({
  summary: z.string().default(""),
  tags: z.array(z.string()).default([]),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.string(),
        description: z.string().default(""),
        schema: z.object({ title: z.string().default("") }).optional(),
      }),
    )
    .default([]),
  responses: z.record(
    z.string(),
    z.object({ content: z.record(z.string(), z.object({ schema: field })).optional() }),
  ),
});

const description = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) });

/** NamedField: a parameter or a field with its Chinese name and meaning. */
export interface NamedField {
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
}

/** InterfaceRoute: one address of the interface. */
export interface InterfaceRoute {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly isOpen: boolean;
  readonly parameters: readonly NamedField[];
  /** Fields of the answer, or of the things in its list. */
  readonly fields: readonly NamedField[];
}

/** The routes that a description names. */
export function routesOf(given: unknown): readonly InterfaceRoute[] {
  return Object.entries(description.parse(given).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { summary, tags, parameters, responses }]) => ({
      method: method.toUpperCase(),
      path,
      summary,
      isOpen: tags.includes("公开数据"),
      parameters: parameters.map(({ name, description: meaning, schema }) => ({
        id: name,
        name: schema?.title ?? "",
        meaning,
      })),
      fields: fieldsOf(responses["200"]?.content?.["application/json"]?.schema),
    })),
  );
}

/** The fields of a thing; of a list those of what is in it. */
function fieldsOf(schema: Field | undefined): readonly NamedField[] {
  const properties = schema?.properties?.["items"]?.items?.properties ?? schema?.properties ?? {};
  return Object.entries(properties).map(([id, { title = "", description: meaning = "" }]) => ({
    id,
    name: title,
    meaning,
  }));
}
