import { Option, type Command } from 'commander';
import type { InputOf } from '../../../shared/contract/contract.ts';
import { stopWordList } from '../../../shared/contract/search.ts';
import { scopeFrom } from './analysis-options.ts';
import { jsonOf, tableOf } from './output.ts';
import { numberOption, type CommandTools } from './tools.ts';

type WordsInput = InputOf<'search.words'>;

type WordsOptions = {
  readonly json?: true;
  readonly order?: NonNullable<WordsInput['order']>;
  readonly stopWords?: NonNullable<WordsInput['stopWords']>;
  readonly shortest?: string;
  readonly limit?: string;
  readonly documents?: string[];
  readonly cases?: string[];
};

type StopWordOptions = {
  readonly json?: true;
  readonly lists?: (typeof stopWordList.options)[number];
  readonly add?: string[];
  readonly remove?: string[];
};

/** `words` and `stop-words`. */
export function addWordCommands(program: Command, { host, say, withProject }: CommandTools): void {
  const { out } = host.streams;
  program
    .command('words')
    .argument('<project>')
    .description(say('cli.words'))
    .addOption(new Option('--order <order>', say('cli.option.words-order')).choices(['count', 'tfidf', 'keyness']))
    .addOption(
      new Option('--stop-words <lists>', say('cli.option.stop-words')).choices(['project', ...stopWordList.options]),
    )
    .option('--shortest <n>', say('cli.option.shortest'))
    .option('--limit <n>', say('cli.option.words-limit'))
    .option('--documents <titles...>', say('cli.option.documents'))
    .option('--cases <names...>', say('cli.option.cases'))
    .action((project: string, { json, order, stopWords, shortest, limit, documents, cases }: WordsOptions) =>
      withProject(project, async ({ client }) => {
        const result = await client.search.words({
          ...(await scopeFrom(client, say, { ...(documents && { documents }), ...(cases && { cases }) })),
          ...(order && { order }),
          ...(stopWords && { stopWords }),
          ...(shortest === undefined ? {} : { shortest: numberOption(say, '--shortest', shortest) }),
          ...(limit === undefined ? {} : { limit: numberOption(say, '--limit', limit) }),
        });
        if (json) return out(jsonOf(result));
        const lines = result.rows.map(({ word, count, documents: having, tfidf, keyness }) => [
          count,
          having,
          tfidf.toFixed(2),
          keyness?.toFixed(2) ?? '–',
          word,
        ]);
        await out(tableOf(lines));
      }),
    );

  program
    .command('stop-words')
    .argument('<project>')
    .description(say('cli.stop-words'))
    .addOption(new Option('--lists <lists>', say('cli.option.stop-lists')).choices(stopWordList.options))
    .option('--add <words...>', say('cli.option.stop-add'))
    .option('--remove <words...>', say('cli.option.stop-remove'))
    .action((project: string, { json, lists, add, remove }: StopWordOptions) =>
      withProject(project, async ({ client }) => {
        if (lists ?? add ?? remove) {
          const { own } = await client.search.stopWords({});
          const gone = new Set(remove?.map((word) => word.toLowerCase()));
          await client.search.setStopWords({
            ...(lists && { lists }),
            ...((add ?? remove) && { own: [...own.filter((word) => !gone.has(word)), ...(add ?? [])] }),
          });
        }
        const now = await client.search.stopWords({});
        await out(json ? jsonOf(now) : tableOf([[now.lists], ...now.own.map((word) => [word])]));
      }),
    );
}
