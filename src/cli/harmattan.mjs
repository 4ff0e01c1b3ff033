// The command line. Its code is TypeScript that it shares with the app; Vite's module runner loads it.
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const { runnerImport } = await import('vite').catch(() => {
  process.stderr.write('The packages are not installed; run npm ci first\n');
  process.exit(2);
});

const root = fileURLToPath(new URL('../..', import.meta.url));
const config = { root, configFile: false, envFile: false, logLevel: 'silent' };
const { module } = await runnerImport(fileURLToPath(new URL('main.ts', import.meta.url)), config);

// A reader such as `head` may close the pipe early; that is no failure.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const outcome = module.run(process.argv.slice(2), fileURLToPath(new URL('../../content', import.meta.url)));
if (outcome.complaint) process.stderr.write(`${outcome.complaint}\n`);
process.stdout.write(outcome.lines.map((line) => `${line}\n`).join(''));
if (outcome.answer) {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== '') process.stdout.write(`${outcome.answer(line)}\n`);
  }
}
// Not process.exit(): what is written to a pipe must reach it first.
process.exitCode = outcome.exit;
