import type { Command } from 'commander';
import { scopeFrom } from './analysis-options.ts';
import { findCode, requireCoder } from './lookup.ts';
import { CliFailure, jsonOf, tableOf } from './output.ts';
import type { CommandTools } from './tools.ts';

type AnswersOptions = {
  readonly json?: true;
  readonly code?: string;
  readonly coder?: string;
  readonly documents?: string[];
  readonly cases?: string[];
};

/** `answers`: what was said to a question of the interview guide, and whole answers coded in one step. */
export function addAnswersCommand(program: Command, { host, say, withProject }: CommandTools): void {
  program
    .command('answers')
    .argument('<project>')
    .argument('<question>')
    .description(say('cli.answers'))
    .option('--code <path>', say('cli.option.answers-code'))
    .option('--coder <name>', say('cli.option.coder'))
    .option('--documents <titles...>', say('cli.option.documents'))
    .option('--cases <names...>', say('cli.option.cases'))
    .action((project: string, question: string, { json, code, coder, documents, cases }: AnswersOptions) =>
      withProject(project, async ({ client }) => {
        const { out } = host.streams;
        const asked = (await client.guide.questions({})).filter(
          ({ guid, label }) => guid === question || label === question,
        );
        const [found] = asked;
        if (!found || asked.length > 1)
          throw new CliFailure('not-found', say('cli.error.no-question', { name: question }));
        const { documentIds, caseIds } = await scopeFrom(client, say, {
          ...(documents && { documents }),
          ...(cases && { cases }),
        });
        const answers = await client.guide.answers({
          questionId: found.guid,
          ...(documentIds && { documentIds }),
          ...(caseIds && { caseIds }),
        });
        let made = 0;
        if (code !== undefined) {
          const codeId = await findCode(client, say, code);
          const items = answers
            .filter(({ codes }) => !codes.includes(codeId))
            .map(({ document, start, end }) => ({ documentId: document, codeId, start, end }));
          const coderId = coder === undefined ? {} : { coderId: await requireCoder(client, say, coder) };
          if (items.length > 0) {
            made = (await client.codings.createMany({ items: items.map((item) => ({ ...item, ...coderId })) })).guids
              .length;
          }
        }
        if (json) return out(jsonOf({ question: found.guid, answers, coded: made }));
        await out(tableOf(answers.map(({ title, start, text }) => [title, start, text.replaceAll('\n', ' ')])));
        if (code !== undefined) await out(`${say('cli.done.answers', { n: made })}\n`);
      }),
    );
}
