// What the command line says about its own use, in Chinese: the parser's words are English.

import type { CommanderError, Help } from "commander";

import { printedWidth } from "./printed-width.ts";

const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Commands:": "命令：",
  "Global Options:": "通用选项：",
};

/** Settings of the help page. */
export const HELP: Partial<Help> = {
  styleTitle: (title) => TITLES[title] ?? title,
  displayWidth: printedWidth,
  // What is usual stands in the description itself; the parser would add it in English.
  optionDescription: (option) => option.description,
};

const MESSAGES: Readonly<Record<string, (quoted: string) => string>> = {
  "commander.unknownOption": (quoted) => `没有选项 ${quoted}。`,
  "commander.unknownCommand": (quoted) => `没有命令 ${quoted}。`,
  "commander.missingArgument": () => "没有给出要处理的文件。",
  "commander.optionMissingArgument": (quoted) => `选项 ${quoted} 后面缺少取值。`,
  "commander.excessArguments": () => "参数太多。",
  "commander.missingMandatoryOptionValue": (quoted) => `缺少必需的选项 ${quoted}。`,
};

/** What is wrong with the command as given, and what to do. */
export function usageMessage(error: CommanderError): string {
  if (error.code === "commander.invalidArgument") return invalidArgument(error.message);
  const quoted = /'([^']*)'/u.exec(error.message)?.[1] ?? "";
  const why = MESSAGES[error.code]?.(quoted) ?? `命令有误：${error.message.replace(/^error: /u, "")}`;
  return `${why}用 jueming --help 查看用法。`;
}

/** The value's own sentence, without the parser's English before it. */
function invalidArgument(message: string): string {
  const match = /^error: option '(--[\w-]+)[^']*' argument '.*?' is invalid\. (.*)$/su.exec(message);
  return `选项 ${match?.[1] ?? ""} 的取值不对：${match?.[2] ?? message}用 jueming --help 查看用法。`;
}
