import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { reportForm, reportFormat, type ReportForm } from '../../../shared/contract/report.ts';
import { language, type Language } from '../../../shared/contract/values.ts';
import { saveFile } from '../../core/files.ts';
import { CliFailure, jsonOf } from './output.ts';
import { numberOption, type CommandTools } from './tools.ts';

type ReportOptions = {
  readonly form?: ReportForm;
  readonly lang?: Language;
  readonly quotations?: string;
  readonly json?: true;
};

/** `report PROJECT FILE.docx|.html`. */
export function addReportCommand(program: Command, { host, say, withProject }: CommandTools): void {
  program
    .command('report')
    .argument('<project>')
    .argument('<file>')
    .description(say('cli.report'))
    .addOption(new Option('--form <form>', say('cli.option.form')).choices(reportForm.options))
    .addOption(new Option('--lang <language>', say('cli.option.report-lang')).choices(language.options))
    .option('--quotations <n>', say('cli.option.quotations'))
    .action((project: string, file: string, { form, lang, quotations, json }: ReportOptions) =>
      withProject(project, async ({ app, client }) => {
        const format = reportFormat.options.find((each) => file.toLowerCase().endsWith(`.${each}`));
        if (!format) throw new CliFailure('usage', say('cli.usage.report-file', { file }), 2);
        const produced = await client.report.export({
          format,
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
}
