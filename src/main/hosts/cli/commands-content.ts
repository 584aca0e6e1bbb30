import { Option, type Command } from 'commander';
import { commentChoice, documentKind } from '../../../shared/contract/documents.ts';
import { pathSeparator } from '../../../shared/domain/codes.ts';
import { addMergeOptions, isExchangeFile, mergeExchange, statusOf, type MergeOptions } from './commands-exchange.ts';
import {
  addTableOptions,
  importForeign,
  importTables,
  isForeignFile,
  isTableFile,
  type TableOptions,
} from './commands-foreign.ts';
import { importFiles, type ImportOptions } from './commands-import.ts';
import { numberOption, type CommandTools, type OpenProject } from './tools.ts';
import { findCode, findCoder, findDocument, requireCoder } from './lookup.ts';
import { jsonOf, tableOf } from './output.ts';

type JsonOption = { readonly json?: true };

/** Lists, `text`, `code` and `import`: what the study consists of. */
export function addContentCommands(program: Command, tools: CommandTools): void {
  const { host, say, withProject } = tools;
  const { out } = host.streams;

  addTableOptions(addMergeOptions(program.command('import'), tools), tools)
    .argument('<project>')
    .argument('<files...>')
    .description(say('cli.import'))
    .addOption(new Option('--kind <kind>', say('cli.option.kind')).choices(documentKind.options))
    .addOption(new Option('--comments <choice>', say('cli.option.comments')).choices(commentChoice.options))
    .option('--encoding <name>', say('cli.option.encoding'))
    .option('--split-heading <level>', say('cli.option.split-heading'))
    .option('--split-marker <text>', say('cli.option.split-marker'))
    .option('--split-pattern <regex>', say('cli.option.split-pattern'))
    .option('--split-speakers', say('cli.option.split-speakers'))
    .action((project: string, files: string[], options: ImportOptions & MergeOptions & TableOptions) =>
      withProject(project, async (open) => {
        const studies = files.filter(isExchangeFile);
        const tables = files.filter(isTableFile);
        const foreign = files.filter(isForeignFile);
        const others = files.filter((file) => !isExchangeFile(file) && !isForeignFile(file) && !isTableFile(file));
        const merged = await mergeExchange(tools, open, studies, options);
        if (options.json && studies.length > 0 && others.length === 0) await out(jsonOf({ files: merged }));
        const refused = [
          statusOf(merged),
          foreign.length > 0 ? await importForeign(tools, open, foreign, options) : 0,
          tables.length > 0 ? await importTables(tools, open, tables, options) : 0,
          others.length > 0 ? await importFiles(tools, open, others, options, merged) : 0,
        ];
        return refused.includes(1) ? 1 : 0;
      }),
    );

  list('documents', async ({ client }) => {
    const documents = await client.documents.list({});
    return {
      value: documents,
      rows: documents.map((row) => [row.guid, row.kind, row.characters, row.codings, row.title]),
    };
  });
  list('codes', async ({ client }) => {
    const codes = await client.codes.list({});
    return { value: codes, rows: codes.map((row) => [row.guid, row.codings, row.path.join(pathSeparator)]) };
  });
  list('cases', async ({ client }) => {
    const cases = await client.cases.list({});
    return { value: cases, rows: cases.map((row) => [row.guid, row.documents.length, row.name]) };
  });
  list('variables', async ({ client }) => {
    const variables = await client.variables.list({});
    return { value: variables, rows: variables.map((row) => [row.guid, row.scope, row.type, row.values, row.name]) };
  });
  list('memos', async ({ client }) => {
    const memos = await client.memos.list({});
    return { value: memos, rows: memos.map((row) => [row.guid, row.kind, row.modifiedAt, row.title || row.body]) };
  });
  list('coders', async ({ client }) => {
    const coders = await client.coders.list({});
    return { value: coders, rows: coders.map((row) => [row.guid, row.initials, row.codings, row.name]) };
  });

  program
    .command('codings')
    .argument('<project>')
    .description(say('cli.codings'))
    .option('--document <name>', say('cli.option.document'))
    .option('--code <path>', say('cli.option.code'))
    .option('--coder <name>', say('cli.option.coder'))
    .action((project: string, options: JsonOption & { document?: string; code?: string; coder?: string }) =>
      withProject(project, async ({ client }) => {
        const { document, code, coder } = options;
        const codings = await client.codings.list({
          ...(document === undefined ? {} : { documentIds: [await findDocument(client, say, document)] }),
          ...(code === undefined ? {} : { codeIds: [await findCode(client, say, code)] }),
          ...(coder === undefined ? {} : { coderIds: [await requireCoder(client, say, coder)] }),
        });
        const rows = codings.map((row) => [row.guid, row.document, row.start, row.end, row.quote]);
        await out(options.json ? jsonOf(codings) : tableOf(rows));
      }),
    );

  program
    .command('text')
    .argument('<project>')
    .argument('<document>')
    .description(say('cli.text'))
    .action((project: string, document: string, { json }: JsonOption) =>
      withProject(project, async ({ client }) => {
        const text = await client.documents.text({ documentId: await findDocument(client, say, document) });
        await out(json ? jsonOf(text) : text.text);
      }),
    );

  program
    .command('code')
    .argument('<project>')
    .description(say('cli.code'))
    .requiredOption('--document <name>', say('cli.option.document'))
    .requiredOption('--start <n>', say('cli.option.start'))
    .requiredOption('--end <n>', say('cli.option.end'))
    .requiredOption('--code <path>', say('cli.option.code'))
    .option('--coder <name>', say('cli.option.new-coder'))
    .option('--memo <text>', say('cli.option.memo'))
    .action((project: string, options: CodeOptions) =>
      withProject(project, (open) => codePassage(tools, open, options)),
    );

  program.command('codebook').description(say('cli.codebook'));

  function list(name: ListName, read: (open: OpenProject) => Promise<Listing>): void {
    program
      .command(name)
      .argument('<project>')
      .description(say(`cli.${name}`))
      .action((project: string, { json }: JsonOption) =>
        withProject(project, async (open) => {
          const { value, rows } = await read(open);
          await out(json ? jsonOf(value) : tableOf(rows));
        }),
      );
  }
}

type ListName = 'documents' | 'codes' | 'cases' | 'variables' | 'memos' | 'coders';
type Listing = { readonly value: unknown; readonly rows: readonly (readonly (string | number | null)[])[] };
type CodeOptions = JsonOption & {
  readonly document: string;
  readonly start: string;
  readonly end: string;
  readonly code: string;
  readonly coder?: string;
  readonly memo?: string;
};

async function codePassage({ host, say }: CommandTools, { client }: OpenProject, options: CodeOptions): Promise<void> {
  const start = numberOption(say, '--start', options.start);
  const end = numberOption(say, '--end', options.end);
  const documentId = await findDocument(client, say, options.document);
  const codeId = await findCode(client, say, options.code);
  const coderId = options.coder === undefined ? undefined : await findCoder(client, say, options.coder);
  // A coder who is new comes with the coding, so that a refused one leaves nobody behind.
  const coder = coderId ? { coderId } : options.coder === undefined ? {} : { newCoder: options.coder };
  const { guid } = await client.codings.create({
    documentId,
    codeId,
    start,
    end,
    ...coder,
    ...(options.memo === undefined ? {} : { memo: options.memo }),
  });
  await host.streams.out(options.json ? jsonOf({ guid }) : `${say('cli.done.code', { guid })}\n`);
}
