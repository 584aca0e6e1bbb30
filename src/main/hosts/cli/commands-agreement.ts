import { Option, type Command } from 'commander';
import { coefficientsInOrder } from '../../../shared/domain/analysis/coder-comparison.ts';
import {
  agreementLevel,
  type AgreementPlace,
  type AgreementResult,
} from '../../../shared/contract/analysis-agreement.ts';
import type { Client } from '../../../shared/contract/client.ts';
import type { InputOf } from '../../../shared/contract/contract.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { codeTable, scopeFrom, type ScopeOptions } from './analysis-options.ts';
import { findCode, findCoder, requireCoder } from './lookup.ts';
import { CliFailure, jsonOf, tableOf, type Say } from './output.ts';
import { numberOption, type CommandTools } from './tools.ts';

type Settings = InputOf<'analysis.agreement'>;
type AgreementOptions = Omit<ScopeOptions, 'coders'> & {
  readonly json?: true;
  readonly coders: string[];
  readonly level?: NonNullable<Settings['level']>;
  readonly mode?: 'touch' | 'cover';
  readonly cover?: string;
  readonly overlap?: string;
  readonly shared?: true;
  readonly places?: string;
  readonly finding: 'both' | 'first' | 'second';
};

/** `agreement`. */
export function addAgreementCommand(program: Command, { host, say, withProject }: CommandTools): void {
  const { out, err } = host.streams;
  program
    .command('agreement')
    .argument('<project>')
    .description(say('cli.agreement'))
    .requiredOption('--coders <names...>', say('cli.option.two-coders'))
    .option('--codes <paths...>', say('cli.option.codes'))
    .option('--documents <titles...>', say('cli.option.documents'))
    .option('--cases <names...>', say('cli.option.cases'))
    .addOption(new Option('--level <level>', say('cli.option.agreement-level')).choices(agreementLevel.options))
    .addOption(new Option('--mode <mode>', say('cli.option.mode')).choices(['touch', 'cover']))
    .option('--cover <percent>', say('cli.option.cover'))
    .option('--overlap <percent>', say('cli.option.mutual-overlap'))
    .option('--shared', say('cli.option.shared-documents'))
    .option('--places <code>', say('cli.option.places'))
    .addOption(
      new Option('--finding <finding>', say('cli.option.finding'))
        .choices(['both', 'first', 'second'])
        .default('first'),
    )
    .action((project: string, options: AgreementOptions) =>
      withProject(project, async ({ client }) => {
        const { json, coders, level, mode, cover, overlap, shared, places, finding, ...scope } = options;
        const settings: Settings = {
          ...(await scopeFrom(client, say, scope)),
          coderIds: await twoCoders(client, say, coders),
          ...(level && { level }),
          ...(mode && { mode }),
          ...(cover === undefined ? {} : { cover: numberOption(say, '--cover', cover) }),
          ...(overlap === undefined ? {} : { overlap: numberOption(say, '--overlap', overlap) }),
          ...(shared && { documents: 'shared' }),
        };
        if (places !== undefined) {
          const codeId = await findCode(client, say, places);
          const found = await client.analysis.agreementPlaces({ ...settings, codeId, finding, limit: 10_000 });
          return out(json ? jsonOf(found) : placesTable(found.places));
        }
        const result = await client.analysis.agreement(settings);
        if (json) return out(jsonOf(result));
        await out(tableIn(result));
        for (const caution of result.cautions) {
          err(`${say(`agreement.caution.${caution}`, { n: result.oneCoderDocuments })}\n`);
        }
      }),
    );
}

/** `A,B` or `A B`. A name may hold a comma, as one with a degree does: both halves must be coders. */
async function twoCoders(client: Client, say: Say, given: readonly string[]): Promise<[Guid, Guid]> {
  const [only = '', ...more] = given;
  const commas = [...only.matchAll(/,/g)].map(({ index }) => index);
  const splits = commas.map((at) => [only.slice(0, at).trim(), only.slice(at + 1).trim()] as const);
  const pairs = more.length === 0 ? splits : more.length === 1 ? [[only, more[0] ?? ''] as const] : [];
  for (const [first, second] of pairs) {
    const [one, other] = [await findCoder(client, say, first), await findCoder(client, say, second)];
    if (one && other) return [one, other];
  }
  const [first] = pairs;
  if (!first || pairs.length > 1) throw new CliFailure('usage', say('cli.usage.two-coders'), 2);
  return [await requireCoder(client, say, first[0]), await requireCoder(client, say, first[1])];
}

function tableIn({ perCode, overall }: AgreementResult): string {
  const head = ['a', 'b', 'c', 'd', 'P_o', 'κ', 'π', 'α', 'S', 'AC1', '2a/(2a+b+c)', 'uα'];
  type Row = Omit<AgreementResult['overall'], 'segmentKappa'> & { readonly unitising?: number | null };
  const cells = (row: Row) => [...coefficientsInOrder(row), row.positive, row.unitising ?? null];
  const total = { path: ['Σ'] };
  return codeTable(head, [...perCode, overall].map(cells), [...perCode, total]);
}

function placesTable(places: readonly AgreementPlace[]): string {
  return tableOf(places.map(({ title, start, end, quote }) => [title, start, end, quote.replaceAll('\n', ' ')]));
}
