// The command line: the same handlers as the window, in process.

import { resolve } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { CallError } from '../../../shared/contract/client.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import type { MessageKey } from '../../../shared/i18n/catalogue.ts';
import { sentenceFor } from '../../core/app.ts';
import { saveFile } from '../../core/files.ts';
import { addAnalysisCommands } from './commands-analysis.ts';
import { addRelationCommands } from './commands-analysis-relations.ts';
import { addAnswersCommand } from './commands-answers.ts';
import { addAgreementCommand } from './commands-agreement.ts';
import { addSpreadCommands } from './commands-analysis-spread.ts';
import { addRetrievalCommands } from './commands-analysis-retrieval.ts';
import { addClaimCommands } from './commands-claims.ts';
import { addCollectionCommands } from './commands-collection.ts';
import { addContentCommands } from './commands-content.ts';
import { addDisplayCommands } from './commands-displays.ts';
import { addExportCommands } from './commands-export.ts';
import { addExchangeCommands } from './commands-exchange.ts';
import { addProjectCommands } from './commands-project.ts';
import { addNetworkCommands } from './commands-networks.ts';
import { addReportCommand } from './commands-report.ts';
import { addResultCommands } from './commands-results.ts';
import { addSearchCommands } from './commands-search.ts';
import { addWordCommands } from './commands-words.ts';
import { CliFailure, sayIn, type ExitStatus, type Say } from './output.ts';
import { clientOf, type CliHost, type CommandTools } from './tools.ts';

/** Runs one command. @returns the exit status */
export async function runCli(args: readonly string[], hostAsGiven: CliHost): Promise<ExitStatus> {
  const { host, saveOutput, keepFor } = withOutputFile(hostAsGiven);
  const say = sayIn(host.language);
  let status: ExitStatus = 0;
  const tools: CommandTools = {
    host,
    say,
    setStatus: (next) => {
      status = next;
    },
    withProject: async (path, body) => {
      const app = host.createApp();
      try {
        const client = clientOf(app);
        await client.projects.open({ path });
        status = (await body({ app, client })) ?? 0;
      } finally {
        await app.close();
      }
    },
  };
  let output = '';
  const program = new Command('simpul')
    .description(say('cli.description'))
    .helpOption('-h, --help', say('cli.help'))
    .helpCommand(false)
    .exitOverride()
    .enablePositionalOptions()
    .configureOutput({ writeOut: (text) => (output += text), writeErr: () => undefined });
  addProjectCommands(program, tools);
  addContentCommands(program, tools);
  addExportCommands(program, tools);
  addClaimCommands(program, tools);
  addCollectionCommands(program, tools);
  addExchangeCommands(program, tools);
  addAnalysisCommands(program, tools);
  addSearchCommands(program, tools);
  addWordCommands(program, tools);
  addAnswersCommand(program, tools);
  addRelationCommands(program, tools);
  addSpreadCommands(program, tools);
  addAgreementCommand(program, tools);
  addRetrievalCommands(program, tools);
  addResultCommands(program, tools);
  addNetworkCommands(program, tools);
  addReportCommand(program, tools);
  addDisplayCommands(program, tools);
  for (const command of everyCommand(program)) {
    command
      .exitOverride()
      .helpOption('-h, --help', say('cli.help'))
      .configureOutput({
        writeOut: (text) => (output += text),
        writeErr: () => undefined,
      });
    if (command !== program && command.commands.length === 0) {
      command.addOption(new Option('--json', say('cli.option.json')));
      if (!streaming.includes(command.name())) {
        command.addOption(new Option('-o, --output <file>', say('cli.option.output')));
      }
    }
  }
  program.hook('preAction', (_, command) => keepFor(command.opts<{ readonly output?: string }>().output));
  try {
    await program.parseAsync([...args], { from: 'user' });
    saveOutput();
    return status;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) {
      await host.streams.out(output);
      return 0;
    }
    const failure = asFailure(error, host, say);
    if (!failure) throw error;
    host.streams.err(`simpul: ${failure.code}: ${failure.message}\n`);
    return failure.status;
  }
}

/** Commands whose output is read while they run. */
const streaming = ['batch', 'serve'];

/** `-o FILE`: what a command prints on standard output goes to a file, whole, once it is done. `-` is standard output. */
function withOutputFile(host: CliHost) {
  const kept: string[] = [];
  let file: string | null = null;
  const out = (text: string): Promise<void> => {
    if (file === null) return host.streams.out(text);
    kept.push(text);
    return Promise.resolve();
  };
  return {
    host: { ...host, streams: { ...host.streams, out } },
    keepFor: (path: string | undefined): void => {
      file = path === undefined || path === '-' ? null : path;
    },
    saveOutput: (): void => {
      if (file !== null) saveFile(resolve(file), Buffer.from(kept.join(''), 'utf8'));
    },
  };
}

function everyCommand(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

const usageMessages: Readonly<Record<string, MessageKey>> = {
  'commander.unknownOption': 'cli.usage.unknown-option',
  'commander.unknownCommand': 'cli.usage.unknown-command',
  'commander.missingArgument': 'cli.usage.missing-argument',
  'commander.missingMandatoryOptionValue': 'cli.usage.missing-option',
  'commander.optionMissingArgument': 'cli.usage.option-value',
  'commander.excessArguments': 'cli.usage.excess',
  'commander.help': 'cli.usage.command',
};

function asFailure(error: unknown, { language }: CliHost, say: Say): CliFailure | null {
  if (error instanceof CliFailure) return error;
  if (error instanceof SimpulError) return new CliFailure(error.code, sentenceFor(language, error));
  if (error instanceof CallError) return new CliFailure(error.code, error.message, error.code === 'usage' ? 2 : 1);
  if (!(error instanceof CommanderError)) return null;
  if (error.code === 'commander.invalidArgument') {
    const [, name = '', value = '', choices = ''] =
      /option '(.*?)' argument '(.*?)' is invalid\. Allowed choices are (.*)\.$/s.exec(error.message) ?? [];
    return new CliFailure('usage', say('cli.usage.choice', { name, value, choices }), 2);
  }
  const name = /'(.*?)'/s.exec(error.message)?.[1] ?? '';
  return new CliFailure('usage', say(usageMessages[error.code] ?? 'cli.usage.command', { name }), 2);
}
