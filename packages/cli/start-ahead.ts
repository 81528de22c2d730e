// Starts the reading thread as soon as the command line names a file for it: it gets ready while the rest of the
// program is loaded. A wrong guess costs a thread that nobody asks; the file itself decides how it is read.

import { expectFile } from "@jueming/pipeline/reading-apart.ts";

const READ_APART = /\.(?:csv|docx?|html?|pdf|xlsx?)$/iu;

const [, , command, file] = process.argv;
if ((command === "check" || command === "read") && file !== undefined && READ_APART.test(file)) {
  expectFile(file);
}
