// Passwords: argon2id, and what a password must be (NIST SP 800-63B: length counts, composition does not).

import { hash, verify } from "@node-rs/argon2";

/** 19 MiB, two passes, one lane: the OWASP minimum for argon2id, some 40 ms here. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const SHORTEST = 10;

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/** A hash of nothing, so that an unknown login costs as much time as a wrong password. */
const nobody = hash("", COST);

/** True when the password is the one that was hashed; null stands for no account. */
export async function isPassword(password: string, hashed: string | null): Promise<boolean> {
  const matches = await verify(hashed ?? (await nobody), password).catch(() => false);
  return hashed !== null && matches;
}

const COMMON = [
  "password",
  "12345678",
  "qwertyui",
  "11111111",
  "00000000",
  "abcdefgh",
  "88888888",
  "66666666",
];

/** What is wrong with a new password, in Chinese; undefined where it will do. */
export function passwordFault(
  password: string,
  { login, name }: { login: string; name: string },
): string | undefined {
  const text = password.normalize("NFKC").toLowerCase();
  if ([...text].length < SHORTEST) return `密码至少 ${SHORTEST} 个字符，可以是一句话。`;
  if (new Set(text).size < 4) return "密码中重复的字符太多，请换一个。";
  if (COMMON.some((one) => text.includes(one))) return "密码太常见，请换一个。";
  if (login.length >= 3 && text.includes(login.toLowerCase())) return "密码不能包含登录名。";
  if (name.length >= 2 && text.includes(name.toLowerCase())) return "密码不能包含姓名。";
  return undefined;
}
