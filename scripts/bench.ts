// Measures the promised speeds; there is nothing to measure yet.
process.stdout.write("No benchmarks yet.\n");
