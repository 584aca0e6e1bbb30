import { Option, type Command } from 'commander';
import type { Client } from '../../../shared/contract/client.ts';
import { documentKind } from '../../../shared/contract/documents.ts';
import { codingExtent, searchUnit, type SearchSettingsInput } from '../../../shared/contract/search.ts';
import { findCode, findDocument, requireCoder } from './lookup.ts';
import { CliFailure, jsonOf, tableOf, type Say } from './output.ts';
import { numberOption, type CommandTools } from './tools.ts';

type SearchOptions = {
  readonly json?: true;
  readonly unit?: NonNullable<SearchSettingsInput['unit']>;
  readonly matchCase?: true;
  readonly ignoreMarks?: true;
  readonly affixes?: true;
  readonly documents?: string[];
  readonly cases?: string[];
  readonly kinds?: NonNullable<SearchSettingsInput['kinds']>;
  readonly speakers?: string[];
  readonly codes?: string[];
  readonly limit?: string;
};

type AutocodeOptions = SearchOptions & {
  readonly code: string;
  readonly coder?: string;
  readonly extent?: (typeof codingExtent.options)[number];
  readonly dryRun?: true;
};

/** Hits that one answer holds at most; a study has fewer. */
const mostHits = 100_000;

/** `search`, `autocode` and `similar`. */
export function addSearchCommands(program: Command, tools: CommandTools): void {
  const { host, say, withProject } = tools;
  const { out } = host.streams;

  addSimilarCommand(program, tools);

  withSearchOptions(program.command('search'), say)
    .description(say('cli.search'))
    .option('--limit <n>', say('cli.option.hits'))
    .action((project: string, query: string, options: SearchOptions) =>
      withProject(project, async ({ client }) => {
        const limit = options.limit === undefined ? mostHits : numberOption(say, '--limit', options.limit);
        const settings = await settingsOf(client, say, query, options);
        const { documents } = await client.search.find({ ...settings, limit: Math.min(limit, mostHits) });
        const hits = documents.flatMap(({ document, hits: found }) =>
          found.map(({ start, end, before, match, after }) => ({ document, start, end, before, match, after })),
        );
        const titles = new Map(documents.map(({ document, title }) => [document, title]));
        const lines = hits.map(({ document, start, before, match, after }) => [
          titles.get(document) ?? document,
          start,
          `${before}[${match}]${after}`,
        ]);
        await out(options.json ? jsonOf(hits) : tableOf(lines));
      }),
    );

  withSearchOptions(program.command('autocode'), say)
    .description(say('cli.autocode'))
    .requiredOption('--code <path>', say('cli.option.code'))
    .option('--coder <name>', say('cli.option.coder'))
    .addOption(new Option('--extent <extent>', say('cli.option.extent')).choices(codingExtent.options))
    .option('--dry-run', say('cli.option.dry-run'))
    .action((project: string, query: string, options: AutocodeOptions) =>
      withProject(project, async ({ client }) => {
        const { code, coder, extent, dryRun, json } = options;
        const result = await client.search.code({
          ...(await settingsOf(client, say, query, options)),
          codeId: await findCode(client, say, code),
          ...(coder === undefined ? {} : { coderId: await requireCoder(client, say, coder) }),
          ...(extent === undefined ? {} : { extent }),
          ...(dryRun ? { dryRun } : {}),
        });
        const { hits, codings, documents, already } = result;
        const told = say(dryRun ? 'cli.done.autocode-dry' : 'cli.done.autocode', { hits, codings, documents, already });
        await out(json ? jsonOf({ ...result, dryRun: dryRun === true }) : `${told}\n`);
      }),
    );
}

type SimilarOptions = {
  readonly json?: true;
  readonly code?: string;
  readonly text?: string;
  readonly unit?: 'paragraph' | 'sentence';
  readonly documents?: string[];
  readonly cases?: string[];
  readonly limit?: string;
};

function addSimilarCommand(program: Command, { host, say, withProject }: CommandTools): void {
  program
    .command('similar')
    .argument('<project>')
    .description(say('cli.similar'))
    .option('--code <path>', say('cli.option.example-code'))
    .option('--text <words>', say('cli.option.example-text'))
    .addOption(new Option('--unit <unit>', say('cli.option.unit')).choices(['paragraph', 'sentence']))
    .option('--documents <names...>', say('cli.option.documents'))
    .option('--cases <names...>', say('cli.option.cases'))
    .option('--limit <n>', say('cli.option.hits'))
    .action((project: string, { json, code, text, unit, documents, cases, limit }: SimilarOptions) =>
      withProject(project, async ({ client }) => {
        const {
          query: _,
          unit: __,
          ...places
        } = await settingsOf(client, say, '', {
          ...(documents ? { documents } : {}),
          ...(cases ? { cases } : {}),
        });
        const result = await client.search.similar({
          ...places,
          ...(code === undefined ? {} : { codeId: await findCode(client, say, code) }),
          ...(text === undefined ? {} : { text }),
          ...(unit === undefined ? {} : { unit }),
          ...(limit === undefined ? {} : { limit: numberOption(say, '--limit', limit) }),
        });
        const lines = result.candidates.map(({ score, title, start, quote }) => [
          score.toFixed(3),
          title,
          start,
          quote,
        ]);
        await host.streams.out(json ? jsonOf(result) : tableOf(lines));
      }),
    );
}

function withSearchOptions(command: Command, say: Say): Command {
  return command
    .argument('<project>')
    .argument('<query>')
    .addOption(new Option('--unit <unit>', say('cli.option.unit')).choices(searchUnit.options))
    .option('--match-case', say('cli.option.match-case'))
    .option('--ignore-marks', say('cli.option.ignore-marks'))
    .option('--affixes', say('cli.option.affixes'))
    .option('--documents <names...>', say('cli.option.documents'))
    .option('--cases <names...>', say('cli.option.cases'))
    .addOption(new Option('--kinds <kinds...>', say('cli.option.kinds')).choices(documentKind.options))
    .option('--speakers <names...>', say('cli.option.speakers'))
    .option('--codes <paths...>', say('cli.option.in-codes'));
}

async function settingsOf(
  client: Client,
  say: Say,
  query: string,
  { unit, matchCase, ignoreMarks, affixes, documents, cases, kinds, speakers, codes }: SearchOptions,
): Promise<SearchSettingsInput> {
  return {
    query,
    ...(unit === undefined ? {} : { unit }),
    ...(matchCase ? { matchCase } : {}),
    ...(ignoreMarks ? { ignoreMarks } : {}),
    ...(affixes ? { affixes } : {}),
    ...(kinds ? { kinds } : {}),
    ...(speakers ? { speakers } : {}),
    ...(documents ? { documentIds: await Promise.all(documents.map((name) => findDocument(client, say, name))) } : {}),
    ...(codes ? { codeIds: await Promise.all(codes.map((path) => findCode(client, say, path))) } : {}),
    ...(cases ? { caseIds: await casesCalled(client, say, cases) } : {}),
  };
}

async function casesCalled(client: Client, say: Say, names: readonly string[]) {
  const all = await client.cases.list({});
  return names.map((name) => {
    const [found, other] = all.filter((one) => one.name === name || one.guid === name.toUpperCase());
    if (!found) throw new CliFailure('not-found', say('cli.not-found.case', { name }));
    if (other) {
      const candidates = `${found.guid}, ${other.guid}`;
      throw new CliFailure('ambiguous-name', say('error.ambiguous-name', { name, candidates }));
    }
    return found.guid;
  });
}
