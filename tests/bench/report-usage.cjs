/** Loaded before a contestant with --require: says at its end what it took of the processor (ms) and of the memory (KB), on pipe 3. */
const { writeSync } = require('node:fs');

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ processor: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS }));
});
