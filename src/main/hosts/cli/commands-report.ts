import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { blankSheet, type BlankSheet } from '../../../shared/contract/forms.ts';
import { reportForm, reportFormat, type ReportForm } from '../../../shared/contract/report.ts';
import { language, type Language } from '../../../shared/contract/values.ts';
import { saveFile } from '../../core/files.ts';
import { CliFailure, jsonOf } from './output.ts';
import { numberOption, type CommandTools } from './tools.ts';

type ReportOptions = {
  readonly form?: ReportForm;
  readonly lang?: Language;
  readonly quotations?: string;
  readonly confirmed?: true;
  readonly json?: true;
};

type SheetOptions = {
  readonly confirmed?: true;
  readonly sheet?: readonly BlankSheet[];
  readonly filled?: true;
  readonly lang?: Language;
  readonly json?: true;
};

/** `report` and `form-sheets PROJECT FILE.docx|.html`. */
export function addReportCommand(program: Command, { host, say, withProject }: CommandTools): void {
  program
    .command('report')
    .argument('<project>')
    .argument('<file>')
    .description(say('cli.report'))
    .addOption(new Option('--form <form>', say('cli.option.form')).choices(reportForm.options))
    .addOption(new Option('--lang <language>', say('cli.option.report-lang')).choices(language.options))
    .option('--quotations <n>', say('cli.option.quotations'))
    .option('--confirmed', say('cli.option.confirmed'))
    .action((project: string, file: string, { form, lang, quotations, confirmed, json }: ReportOptions) =>
      withProject(project, async ({ app, client }) => {
        const format = reportFormat.options.find((each) => file.toLowerCase().endsWith(`.${each}`));
        if (!format) throw new CliFailure('usage', say('cli.usage.report-file', { file }), 2);
        const produced = await client.report.export({
          format,
          confirmed: confirmed === true,
          ...(form && { form }),
          ...(lang && { language: lang }),
          ...(quotations === undefined ? {} : { quotations: numberOption(say, '--quotations', quotations) }),
        });
        const { bytes } = app.files.take(produced.token);
        saveFile(resolve(file), bytes);
        await host.streams.out(
          json ? jsonOf({ file, size: bytes.byteLength }) : `${say('cli.done.export', { path: file })}\n`,
        );
      }),
    );

  program
    .command('form-sheets')
    .argument('<project>')
    .argument('<file>')
    .description(say('cli.form-sheets'))
    .addOption(
      new Option('--sheet <sheet...>', say('cli.option.sheet')).choices(blankSheet.options).conflicts('filled'),
    )
    .option('--filled', say('cli.option.filled'))
    .option('--confirmed', say('cli.option.confirmed'))
    .addOption(new Option('--lang <language>', say('cli.option.report-lang')).choices(language.options))
    .action((project: string, file: string, { sheet, filled, lang, confirmed, json }: SheetOptions) =>
      withProject(project, async ({ app, client }) => {
        const format = reportFormat.options.find((each) => file.toLowerCase().endsWith(`.${each}`));
        if (!format) throw new CliFailure('usage', say('cli.usage.report-file', { file }), 2);
        const forms = filled ? await client.forms.list({}) : [];
        const produced = await client.forms.sheets({
          format,
          formIds: forms.map(({ guid }) => guid),
          confirmed: confirmed === true,
          ...(filled ? { blank: [] } : sheet ? { blank: [...sheet] } : {}),
          ...(lang && { language: lang }),
        });
        const { bytes } = app.files.take(produced.token);
        saveFile(resolve(file), bytes);
        await host.streams.out(
          json ? jsonOf({ file, size: bytes.byteLength }) : `${say('cli.done.export', { path: file })}\n`,
        );
      }),
    );
}
