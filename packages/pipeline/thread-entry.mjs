// The entry of every thread: turns on the cache of compiled code, which a thread does not take over from the one
// that started it, then loads the module named by its argument. Plain JavaScript, because what is loaded
// before the cache is on would have its types stripped each time, and that costs more than all the rest.
import { enableCompileCache } from "node:module";

enableCompileCache();
await import(process.argv[2]);
