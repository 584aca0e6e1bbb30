// `npm run bench [part of a name] [-- --json]`: measures and prints. A figure over its budget is marked, and is no
// failure: how fast a machine is today proves nothing.

import { readdirSync } from 'node:fs';
import type { Measurement, Suite } from './measure.ts';

const args = process.argv.slice(2);
const asJson = args.includes('--json');
const filter = args.find((arg) => !arg.startsWith('-')) ?? '';
const wants = (name: string): boolean => name.includes(filter);
const say = (text: string): void => void process.stderr.write(`${text}\n`);

const measured: Measurement[] = [];
const known: string[] = [];
for (const file of readdirSync(import.meta.dirname).filter((name) => name.endsWith('.suite.ts'))) {
  const { suite } = (await import(`./${file}`)) as { readonly suite: Suite };
  known.push(...suite.names);
  if (!suite.names.some(wants)) continue;
  for (const measurement of await suite.run({ wants, say })) {
    measured.push(measurement);
    if (!asJson) process.stdout.write(`${lineOf(measurement)}\n`);
  }
}
if (asJson) process.stdout.write(`${JSON.stringify(measured, null, 1)}\n`);
if (measured.length === 0) {
  say(`Nothing is called "${filter}". There are: ${known.join(', ')}.`);
  process.exitCode = 2;
}

function lineOf({ name, value, unit, budget, detail }: Measurement): string {
  const figure = `${figureOf(value)} ${unit}`.padStart(11);
  const bound = budget === null ? '' : `${value <= budget ? '≤' : 'over'} ${figureOf(budget)}`;
  return `${name.padEnd(34)}${figure}  ${bound.padEnd(11)}${detail}`;
}

function figureOf(value: number): string {
  return value < 1 ? value.toPrecision(2) : value.toFixed(value < 100 ? 1 : 0);
}
