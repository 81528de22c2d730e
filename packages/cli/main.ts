// The entry of the command line: its commands and options. Each command's own file is loaded when it is
// called, so that the others start fast.

import { Command, CommanderError, InvalidArgumentError, Option } from "commander";

import type { CheckCommand } from "./check.ts";
import type { DiffCommand } from "./diff.ts";
import type { ImportCommand } from "./import.ts";
import type { IndicatorsCommand } from "./indicators.ts";
import { endQuietlyOnClosedPipe, tell } from "./output.ts";
import type { MonitorCommand } from "./monitor.ts";
import type { ReadCommand } from "./read.ts";
import type { RectifyCommand } from "./rectify.ts";
import type { ScoreCommand } from "./score.ts";
import type { SignalsCommand } from "./signals.ts";
import type { DataPlaceOptions } from "./database-place.ts";
import type { SampleCommand } from "./sample.ts";
import type { ServeCommand } from "./serve.ts";
import type { TemplateCommand } from "./template.ts";
import { HELP, usageMessage } from "./usage-text.ts";
import { STATUS, UsageError } from "./usage-error.ts";
import type { WriteCommand } from "./write.ts";

const program = new Command("jueming")
  .description("决明：读、核对部门决算公开与预算绩效自评")
  .helpOption("-h, --help", "显示帮助")
  .helpCommand("help [命令]", "显示命令的帮助")
  .configureHelp(HELP)
  .configureOutput({ outputError: () => {} })
  .usage("<命令> [选项]")
  .exitOverride();

const USAGE: Readonly<Record<string, string>> = {
  read: "<文件...> [选项]",
  check: "<文件或文件夹...> [选项]",
  score: "<文件或文件夹...> [选项]",
  signals: "<文件或文件夹...> [选项]",
  diff: "<文件甲> <文件乙> [选项]",
  monitor: "<文件...> [选项]",
  rectify: "<文件或文件夹...> --ledger <台账> [选项]",
  write: "<文件...> --to <格式> [选项]",
  rules: "[编号或代号] [选项]",
  indicators: "[查询] [选项]",
};

const WRITTEN = ["docx", "xlsx", "pdf", "html", "json"];
const GROUP_LEVELS = ["unit", "department", "district"];
const PARTS = ["report", "tables", "evaluations", "department", "summary"];

let status: number = STATUS.fine;

command("read", "读文件：从材料到结构化数据")
  .argument("<文件...>", "PDF、Word、Excel、网页、CSV、文本、压缩包或本程序的 JSON；也可以是文件夹")
  .addOption(formatOption(["json", "text"], "json"))
  .option("--out <文件夹>", "每份材料写成一个文件")
  .option("--region <代码>", "行政区划代码，决定按哪一版式识读", divisionCode)
  .option("--ignore-carried", "本程序写出的文件也当作外来材料识读，不用其中所附的数据")
  .action(async (paths: readonly string[], options: ReadCommand) => {
    status = await (await import("./read.ts")).runRead(paths, options);
  });

command("check", "核对：指出材料中的错误、数字、位置和理由")
  .argument("<文件或文件夹...>", "要核对的材料")
  .addOption(formatOption(["text", "json", "html", "xlsx", "csv"], "text"))
  .option("--out <路径>", "结果写入文件或文件夹；xlsx（检查底稿）必须给出")
  .option("--prior <文件>", "上年的决算公开，用于比较")
  .option("--budget <文件>", "公开的部门预算，用于比较")
  .option("--explanations <文件>", "已作的说明（JSON），相应的核实性问题不再计数")
  .option("--region <代码>", "行政区划代码，决定按哪一版式识读", divisionCode)
  .addOption(
    new Option("--severity <级别>", "只显示该级别及以上的问题：error、warning、hint（通常全部显示）")
      .default("hint")
      .argParser(oneOf(["error", "warning", "hint"])),
  )
  .option("--jobs <数目>", "同时处理的份数", positiveInteger)
  .action(async (paths: readonly string[], options: CheckCommand) => {
    status = await (await import("./check.ts")).runCheck(paths, options);
  });

command("score", "计分：推算绩效自评的各项得分、总分和等级，判断所列得分是否有据")
  .argument("<文件或文件夹...>", "绩效自评材料，或 jueming read 得到的 JSON")
  .addOption(formatOption(["text", "json"], "text"))
  .option("--region <代码>", "行政区划代码，决定按哪一版式识读", divisionCode)
  .option("--department-system <文件>", "部门评价指标体系配置（JSON），替代示例分值")
  .option("--department-inputs <文件>", "部门评价所需的台账数据和人工评分（JSON）")
  .option("--edition <编号>", "按另一套评分规则计分，编号见 jueming regions，例如 example/full-range")
  .option(
    "--set <试算>",
    "试算，可重复给出：“项目名::指标名=新完成值”“项目名::执行数=新执行数”；项目、指标也可用序号，如“1::3=95%”",
    (one: string, others: readonly string[] = []) => [...others, one],
  )
  .action(async (paths: readonly string[], options: ScoreCommand) => {
    status = await (await import("./score.ts")).runScore(paths, options);
  });

command("monitor", "绩效运行监控：资金和目标的红黄绿灯、年末预测和应处理事项")
  .argument("<文件...>", "填好的监控表（jueming template --kind monitoring）或监控数据（JSON）")
  .option("--month <月份>", "看到哪个月末，如 2025-09 或 9（通常为已填报的最后一个月）", monthOf)
  .addOption(formatOption(["text", "json", "html", "xlsx"], "text"))
  .option("--out <文件>", "结果写入文件；xlsx 必须给出")
  .option("--region <代码>", "行政区划代码，决定按哪个地区的监控规则", divisionCode)
  .action(async (paths: readonly string[], options: MonitorCommand) => {
    status = await (await import("./monitor.ts")).runMonitor(paths, options);
  });

command("rectify", "整改台账：把核对发现和自评所列问题列入台账，更新办理情况")
  .argument("<文件或文件夹...>", "要核对的材料")
  .requiredOption("--ledger <文件>", "整改台账（.xlsx 或 .json）：没有则新建，已有则更新，已填内容保留")
  .option("--prior <文件>", "上年的台账，用于找出屡改屡犯的问题")
  .option("--date <日期>", "按哪一天判断逾期、记入办理记录，如 2025-11-30（通常为今天）", isoDate)
  .addOption(formatOption(["text", "json", "xlsx", "html"], "text"))
  .option("--out <文件>", "结果另写入文件；xlsx 必须给出")
  .option("--region <代码>", "行政区划代码，决定按哪一版式识读", divisionCode)
  .addOption(
    new Option("--severity <级别>", "列入该级别及以上的问题：error、warning、hint（通常为 warning）")
      .default("warning")
      .argParser(oneOf(["error", "warning", "hint"])),
  )
  .option("--jobs <数目>", "同时处理的份数", positiveInteger)
  .action(async (paths: readonly string[], options: RectifyCommand) => {
    status = await (await import("./rectify.ts")).runRectify(paths, options);
  });

command("signals", "信号：从许多份绩效自评中找出值得核实之处，附名单")
  .argument("<文件或文件夹...>", "绩效自评材料或 jueming read 得到的 JSON；可以有许多单位、几个年度")
  .addOption(formatOption(["text", "json", "html", "csv"], "text"))
  .option("--out <路径>", "结果写入文件或文件夹")
  .addOption(
    new Option("--by <归集>", "按什么归集：unit（单位，通常）、department（部门）、district（地区）")
      .default("unit")
      .argParser(oneOf(GROUP_LEVELS)),
  )
  .option("--region <代码>", "行政区划代码，决定按哪一版式识读", divisionCode)
  .option("--jobs <数目>", "同时处理的份数", positiveInteger)
  .action(async (paths: readonly string[], options: SignalsCommand) => {
    status = await (await import("./signals.ts")).runSignals(paths, options);
  });

command("write", "写出：从数据生成正式公开文件")
  .argument("<文件...>", "jueming read 得到的 JSON、录入底稿，或任何能识读的材料；多份时各写一份")
  .requiredOption("--to <格式>", `写成：${WRITTEN.join("、")}`, oneOf(WRITTEN))
  .option("--part <部分>", `写哪一部分：${PARTS.join("、")}（通常由材料决定）`, oneOf(PARTS))
  .option("--draft", "允许带【待填写】标记的草稿")
  .option("--out <路径>", "写到的文件或文件夹（通常与材料同名，写在当前文件夹）")
  .option("--region <代码>", "行政区划代码，决定按哪一版式写", divisionCode)
  .option("--prior <文件>", "上年的决算公开，取其上年数")
  .option("--budget <文件>", "公开的部门预算，取其年初预算数")
  .option("--template <文件>", "单位自己的 Word 模板（.docx），按其中的占位符填写")
  .option("--font-dir <文件夹>", "公文字体（方正小标宋、仿宋_GB2312 等）所在的文件夹")
  .action(async (paths: readonly string[], options: WriteCommand) => {
    status = await (await import("./write.ts")).runWrite(paths, options);
  });

command("diff", "比较：两个版本，或数据与公开的文件，有哪些不同")
  .argument("<文件甲>", "先前的版本")
  .argument("<文件乙>", "后来的版本")
  .addOption(formatOption(["text", "json", "html"], "text"))
  .option("--out <文件>", "结果写入文件")
  .option("--region <代码>", "行政区划代码，决定按哪一版式识读", divisionCode)
  .option("--prior <文件>", "写出时所用的上年决算公开")
  .option("--budget <文件>", "写出时所用的部门预算")
  .action(async (left: string, right: string, options: DiffCommand) => {
    status = await (await import("./diff.ts")).runDiff(left, right, options);
  });

command("template", "写出录入底稿（工作簿），供填报后核对和成文；或写出 Word 模板的示例")
  .option("--region <代码>", "行政区划代码，决定采用哪一版式；不给则用全国通用版式", divisionCode)
  .addOption(
    new Option(
      "--kind <种类>",
      "final-accounts（决算公开，通常）、project-evaluations（项目自评）、department-evaluation（部门自评）、monitoring（绩效运行监控表）或 word（单位自己的 Word 模板）",
    )
      .default("final-accounts")
      .argParser(
        oneOf(["final-accounts", "project-evaluations", "department-evaluation", "monitoring", "word"]),
      ),
  )
  .requiredOption("--out <文件>", "写到哪个文件（.xlsx；word 为 .docx）")
  .action(async (options: TemplateCommand) => {
    status = await (await import("./template.ts")).runTemplate(options);
  });

command("import", "导入：把财务系统导出的决算表合成一份数据")
  .argument("<文件或文件夹...>", "财决或公开表格，一张表一个工作表或一个文件")
  .requiredOption("--out <文件>", "写到哪个 .json 文件")
  .option("--region <代码>", "行政区划代码，决定按哪一版式识读", divisionCode)
  .action(async (paths: readonly string[], options: ImportCommand) => {
    status = await (await import("./import.ts")).runImport(paths, options);
  });

command("indicators", "绩效指标库：查指标、为项目建议指标、评审和比较已有指标")
  .argument("[查询]", "要找的指标，例如 培训人数、满意度；也可用拼音首字母")
  .addOption(formatOption(["text", "json"], "text"))
  .option("--level1 <一级指标>", "只要这一级指标，例如 产出")
  .option("--level2 <二级指标>", "只要这类二级指标，例如 质量")
  .option("--category <类别>", "项目类别，例如 会议培训")
  .addOption(new Option("--kind <性质>", "定量 或 定性").argParser(oneOf(["定量", "定性"])))
  .option("--unit <单位>", "计量单位，例如 人次")
  .addOption(new Option("--limit <数目>", "最多列出多少项（通常 20）").default(20).argParser(positiveInteger))
  .option("--suggest <项目名称>", "为项目建议一套指标")
  .option("--economic <代码>", "建议时：部门预算支出经济分类，例如 30216")
  .option("--amount <万元>", "建议时：项目金额，以万元为单位")
  .option("--existing <文件>", "建议时：已有指标所在的材料，已有的保留，不再建议")
  .option("--region <代码>", "行政区划代码，决定各级指标的分值", divisionCode)
  .option("--review <文件>", "评审材料中各项目的指标，给出修改提示")
  .option("--duplicates <文件或文件夹...>", "找出项目内和项目间相似的指标")
  .action(async (query: string | undefined, options: IndicatorsCommand) => {
    status = await (await import("./indicators.ts")).runIndicators(query, options);
  });

command("rules", "列出规则及其依据；给出编号或代号则解释一条")
  .argument("[编号或代号]", "例如 P-07")
  .addOption(formatOption(["text", "json"], "text"))
  .action(async (wanted: string | undefined, { format }: { readonly format: "text" | "json" }) => {
    status = await (await import("./rules.ts")).runRules(wanted, format);
  });

command("serve", "启动应用：填报、审核、公开的工作台和公开页面")
  .option("--port <端口>", "端口（通常 8080）", portNumber)
  .option("--host <地址>", "监听的地址（通常只限本机 127.0.0.1；供他人使用时为 0.0.0.0）")
  .option("--data <文件夹>", "内置数据库的数据文件夹（通常 ./data）")
  .option("--database-url <地址>", "使用已有的 PostgreSQL（15 及以上），也可用环境变量 DATABASE_URL")
  .option("--sample", "向空的数据库载入示例数据（不指定 --database-url 时通常就载入）")
  .option("--no-sample", "不载入示例数据")
  .option("--behind-proxy", "在 nginx 等代理之后以 HTTPS 提供服务")
  .option("--public-rate <次数>", "每个地址每分钟可读每类公开页面和接口的次数（通常 15000）", requestCount)
  .addOption(
    new Option("--log <详略>", "日志：silent、info、debug（通常 silent）")
      .default("silent")
      .argParser(oneOf(["silent", "info", "debug"])),
  )
  .action(async (options: ServeCommand) => {
    status = await (await import("./serve.ts")).runServe(options);
  });

const dataOptions = (to: Command): Command =>
  to
    .option("--data <文件夹>", "内置数据库的数据文件夹（通常 ./data）")
    .option("--database-url <地址>", "PostgreSQL 的地址，也可用环境变量 DATABASE_URL");

dataOptions(command("backup", "把全部数据备份到一个文件，服务运行中也可以做"))
  .requiredOption("--out <文件>", "备份文件")
  .action(async (options: DataPlaceOptions & { readonly out: string }) => {
    status = await (await import("./backup.ts")).runBackup(options);
  });

dataOptions(command("restore", "从备份文件恢复到空的数据文件夹或数据库"))
  .argument("<备份文件>")
  .option("--force", "代替现有的内容")
  .action(async (file: string, options: DataPlaceOptions & { readonly force?: boolean }) => {
    status = await (await import("./backup.ts")).runRestore(file, options);
  });

dataOptions(command("journal", "核对操作日志的链条是否完整"))
  .requiredOption("--verify", "核对；不完整时退出码为 1，并说明从哪一条起")
  .action(async (options: DataPlaceOptions) => {
    status = await (await import("./journal.ts")).runJournal(options);
  });

dataOptions(command("sample", "移除示例数据，其余内容不动，服务运行中也可以做"))
  .requiredOption("--remove", "移除；请先备份")
  .option("--force", "连同试用时在示例数据里添加的单位、用户、任务、文件一并移除")
  .action(async (options: SampleCommand) => {
    status = await (await import("./sample.ts")).runSample(options);
  });

command("worker", "专门处理后台任务（检查、排版），与服务共用数据库")
  .requiredOption("--database-url <地址>", "PostgreSQL 的地址", process.env["DATABASE_URL"])
  .addOption(new Option("--jobs <个数>", "同时处理几个任务").default(2).argParser(positiveInteger))
  .action(async (options: { readonly databaseUrl: string; readonly jobs: number }) => {
    status = await (await import("./worker.ts")).runWorker(options);
  });

command("regions", "列出已知的地区和版式")
  .addOption(formatOption(["text", "json"], "text"))
  .action(async ({ format }: { readonly format: "text" | "json" }) => {
    status = await (await import("./regions.ts")).runRegions(format);
  });

function command(name: string, description: string): Command {
  // copyInheritedSettings gives the command the Chinese help and the handling of errors set above.
  const added = new Command(name)
    .copyInheritedSettings(program)
    .description(description)
    .usage(USAGE[name] ?? "[选项]")
    .helpOption("-h, --help", "显示帮助");
  program.addCommand(added);
  return added;
}

function formatOption(formats: readonly string[], usual: string): Option {
  return new Option("--format <格式>", `输出格式：${formats.join("、")}（通常为 ${usual}）`)
    .default(usual)
    .argParser(oneOf(formats));
}

function oneOf(words: readonly string[]): (value: string) => string {
  return (value) => {
    if (words.includes(value)) return value;
    throw new InvalidArgumentError(`只能是 ${words.join("、")} 之一，不能是“${value}”。`);
  };
}

function divisionCode(value: string): string {
  if (/^\d{2}(?:\d{2}){0,5}$/u.test(value)) return value;
  throw new InvalidArgumentError(`“${value}”不是行政区划代码，应为 2 至 12 位数字。`);
}

function monthOf(value: string): MonitorCommand["month"] {
  const match = /^(?:(\d{4})-)?(0?[1-9]|1[0-2])$/u.exec(value);
  if (match === null) throw new InvalidArgumentError(`“${value}”不是月份，应写成 2025-09 或 9 的样子。`);
  return { year: match[1] === undefined ? null : Number(match[1]), month: Number(match[2]) };
}

function isoDate(value: string): string {
  if (/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u.test(value)) return value;
  throw new InvalidArgumentError(`“${value}”不是日期，应写成 2025-11-30 的样子。`);
}

function positiveInteger(value: string): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number > 0 && number <= 64) return number;
  throw new InvalidArgumentError(`“${value}”应为 1 到 64 的整数。`);
}

function requestCount(value: string): number {
  const count = Number(value);
  if (Number.isSafeInteger(count) && count >= 1) return count;
  throw new InvalidArgumentError(`“${value}”应为 1 以上的整数。`);
}

function portNumber(value: string): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number > 0 && number < 65_536) return number;
  throw new InvalidArgumentError(`“${value}”应为 1 到 65535 的端口。`);
}

function statusOf(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0 || error.code === "commander.help") return STATUS.fine;
    tell(usageMessage(error));
    return STATUS.failed;
  }
  if (error instanceof UsageError || (error instanceof Error && error.name === "DocumentError")) {
    tell(error.message);
    return STATUS.failed;
  }
  // Our own fault: status 1 would say that the documents have findings.
  tell(
    `程序出错。这是程序的问题，请把下面的文字发给维护者。\n${error instanceof Error ? error.stack : String(error)}`,
  );
  return STATUS.failed;
}

endQuietlyOnClosedPipe();
try {
  if (process.argv.length <= 2) program.outputHelp();
  else await program.parseAsync();
} catch (error) {
  status = statusOf(error);
}
// Not process.exit: what is still on its way to a pipe must arrive.
process.exitCode = status;
