// Signing in, setting up, and who one is.

import { z } from "zod";

import { action } from "./actions.ts";
import { role } from "./roles.ts";

export const signIn = z.object({ login: z.string().min(1).max(100), password: z.string().min(1).max(200) });
export const sampleSignIn = z.object({ login: z.string().min(1).max(100) });

/** A role over a part of the tree. */
export const grant = z.object({
  role,
  roleName: z.string(),
  scope: z.enum(["region", "department", "unit"]),
  region: z.object({ code: z.string(), name: z.string() }),
  unit: z.object({ ref: z.string(), name: z.string() }).nullable(),
});
export type Grant = z.infer<typeof grant>;

export const session = z.object({
  account: z.object({ ref: z.string(), login: z.string(), name: z.string() }),
  grants: z.array(grant),
  /** Acts that one of the grants allows somewhere; the server still checks each act where it is done. */
  actions: z.array(action),
});
export type Session = z.infer<typeof session>;

/** What the sign-in page needs to know. */
export const signInOptions = z.object({
  /** True until the first administrator has been set up. */
  needsSetUp: z.boolean(),
  /** The desks of the sample data, one click each; empty where it is not offered. */
  sampleDesks: z.array(z.object({ login: z.string(), name: z.string(), desk: z.string() })),
});
export type SignInOptions = z.infer<typeof signInOptions>;

/** A one-time link is asked what it is for: the page behind it is another for the first administrator. */
export const linkToken = z.object({ token: z.string().min(20).max(200) });
export const linkPurpose = z.object({ purpose: z.enum(["set-up", "password"]) });
export type LinkPurpose = z.infer<typeof linkPurpose>["purpose"];

/** First start: the region and its administrator. */
export const setUp = z.object({
  token: z.string().min(20).max(200),
  regionCode: z.string().regex(/^\d{6}$/u),
  regionName: z.string().min(2).max(100),
  login: z.string().min(1).max(100),
  name: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
});

export const setPassword = z.object({
  token: z.string().min(20).max(200),
  password: z.string().min(1).max(200),
});
export const changePassword = z.object({
  current: z.string().min(1).max(200),
  password: z.string().min(1).max(200),
});
