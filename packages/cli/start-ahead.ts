// Begins, as soon as the command line tells of it, what gets ready by itself while the rest of the program is loaded:
// the reading thread for a file (a wrong guess costs a thread that nobody asks; the file itself decides how it is read),
// the workbench for a server.

import { expectFile } from "@jueming/pipeline/reading-apart.ts";

import { expectWorkbench } from "./workbench-build.ts";

const READ_APART = /\.(?:csv|docx?|html?|pdf|xlsx?)$/iu;

const [, , command, file] = process.argv;
if ((command === "check" || command === "read") && file !== undefined && READ_APART.test(file)) {
  expectFile(file);
}
if (command === "serve") expectWorkbench();
