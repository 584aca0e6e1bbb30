import { Option, type Command } from 'commander';
import type { InputOf } from '../../../shared/contract/contract.ts';
import { findCode, findDocument } from './lookup.ts';
import { jsonOf, tableOf } from './output.ts';
import type { CommandTools, OpenProject } from './tools.ts';

type Json = { readonly json?: true };
type Only = NonNullable<InputOf<'condensation.list'>['only']>;
type Rows = readonly (readonly (string | number | null)[])[];

const onlies: readonly Only[] = ['all', 'open', 'condensed', 'typical', 'key', 'parked'];
/** Segments that one question brings; a study has fewer. */
const pageLength = 5000;

/** Lists of collection and condensation: who was asked what, and what became of it. */
export function addCollectionCommands(program: Command, { host, say, withProject }: CommandTools): void {
  const { out } = host.streams;

  list('research-questions', async ({ client }) => {
    const value = await client.questions.list({});
    const rows = value.map(({ guid, label, codes, guideQuestions, text }) => [
      guid,
      label,
      codes.length,
      guideQuestions.length,
      text,
    ]);
    return { value, rows };
  });
  list('criteria', async ({ client }) => {
    const value = await client.collection.criteria({});
    const rows = value.map(({ guid, kind, label, wanted, fulfilledBy }) => [
      guid,
      kind,
      `${fulfilledBy.length}/${wanted}`,
      label,
    ]);
    return { value, rows };
  });
  list('forms', async ({ client }) => {
    const value = await client.forms.list({});
    return { value, rows: value.map(({ guid, kind, date, items, title }) => [guid, kind, date, items.length, title]) };
  });
  list('code-changes', async ({ client }) => {
    const value = await client.condensation.changes({});
    const rows = value.map(({ at, kind, codeName, otherName, reason }) => [at, kind, codeName, otherName, reason]);
    return { value, rows };
  });
  list('recheck', async ({ client }) => {
    const value = await client.condensation.recheck({});
    const rows = value.map(({ coding, codeName, documentTitle, quote }) => [coding, codeName, documentTitle, quote]);
    return { value, rows };
  });
  list('vignettes', async ({ client }) => {
    const value = await client.condensation.vignettes({});
    return { value, rows: value.map(({ guid, parts, title }) => [guid, parts.length, title]) };
  });
  list('funnel', async ({ client }) => {
    const value = await client.condensation.funnel({});
    const { characters, codings, ...steps } = value;
    const rows = Object.entries(steps).map(([step, count]) => [step, count, codings[step as keyof typeof codings]]);
    return { value, rows: [['characters', characters, null], ...rows] };
  });

  program
    .command('coverage')
    .argument('<project>')
    .description(say('cli.coverage'))
    .option('--gaps', say('cli.option.gaps'))
    .action((project: string, { json, gaps }: Json & { readonly gaps?: true }) =>
      withProject(project, async ({ client }) => {
        const { cells, counts } = await client.collection.coverage({});
        const shown = gaps ? cells.filter(({ state }) => state !== 'covered') : cells;
        const [cases, documents, questions, guide] = await Promise.all([
          client.cases.list({}),
          client.documents.list({}),
          client.questions.list({}),
          client.guide.questions({}),
        ]);
        const names = new Map([
          ...cases.map(({ guid, name }): [string, string] => [guid, name]),
          ...documents.map(({ guid, title }): [string, string] => [guid, title]),
          ...[...questions, ...guide].map(({ guid, label }): [string, string] => [guid, label]),
        ]);
        const rows = shown.map(({ source, question, state, codings }) => [
          names.get(source) ?? source,
          names.get(question) ?? question,
          say(`coverage.state.${state}`),
          codings,
        ]);
        await out(json ? jsonOf({ cells: shown, counts }) : tableOf(rows));
      }),
    );

  program
    .command('condensation')
    .argument('<project>')
    .description(say('cli.condensation'))
    .option('--document <name>', say('cli.option.document'))
    .option('--code <path>', say('cli.option.code'))
    .addOption(new Option('--only <which>', say('cli.option.only')).choices(onlies))
    .action(
      (project: string, options: Json & { readonly document?: string; readonly code?: string; readonly only?: Only }) =>
        withProject(project, async ({ client }) => {
          const { document, code, only = 'all', json } = options;
          const filter = {
            only,
            ...(document === undefined ? {} : { documentIds: [await findDocument(client, say, document)] }),
            ...(code === undefined ? {} : { codeIds: [await findCode(client, say, code)] }),
          };
          const first = await client.condensation.list({ ...filter, limit: pageLength });
          const segments = [...first.segments];
          while (segments.length < first.total) {
            const next = await client.condensation.list({ ...filter, limit: pageLength, offset: segments.length });
            if (next.segments.length === 0) break;
            segments.push(...next.segments);
          }
          const rows = segments.map(
            ({ documentTitle, codeName, mark, quote, paraphrase, generalisation, reduction }) => [
              documentTitle,
              codeName,
              mark,
              quote,
              paraphrase,
              generalisation,
              reduction,
            ],
          );
          await out(json ? jsonOf(segments) : tableOf(rows));
        }),
    );

  function list(
    name: ListName,
    read: (open: OpenProject) => Promise<{ readonly value: unknown; readonly rows: Rows }>,
  ): void {
    program
      .command(name)
      .argument('<project>')
      .description(say(`cli.${name}`))
      .action((project: string, { json }: Json) =>
        withProject(project, async (open) => {
          const { value, rows } = await read(open);
          await out(json ? jsonOf(value) : tableOf(rows));
        }),
      );
  }
}

type ListName = 'research-questions' | 'criteria' | 'forms' | 'code-changes' | 'recheck' | 'vignettes' | 'funnel';
