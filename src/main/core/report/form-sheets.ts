// Forms as they are printed: blank ones with room to write by hand, and summaries with what was written (R-04, R-05,
// One sheet begins on one page.

import { sectionsOfForm, type BlankSheet, type FormKind, type SummaryForm } from '../../../shared/contract/forms.ts';
import type { Language } from '../../../shared/contract/values.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import type { ReportGuideQuestion } from '../../db/report.ts';
import type { Block, Report } from './blocks.ts';
import { dayIn, type Say } from './desk.ts';

export type SheetStudy = {
  readonly name: string;
  readonly questions: readonly { readonly text: string }[];
  readonly guide: readonly ReportGuideQuestion[];
  readonly forms: readonly SummaryForm[];
  /** Names by guid, of the cases and documents that forms are about. */
  readonly names: ReadonlyMap<string, string>;
};

export function formSheets(study: SheetStudy, blank: readonly BlankSheet[], language: Language): Report {
  const say: Say = (key, params) => translate(language, key, params);
  const sheet = (kind: BlankSheet): readonly Block[] =>
    kind === 'guide' ? guideSheet(study, say) : formSheet(study, kind, null, say, language);
  return {
    language,
    title: say('forms.sheets.title', { name: study.name }),
    blocks: [
      ...blank.flatMap(sheet),
      ...study.forms.flatMap((form) => formSheet(study, form.kind, form, say, language)),
    ],
  };
}

function formSheet(study: SheetStudy, kind: FormKind, form: SummaryForm | null, say: Say, language: Language) {
  const about = [form?.case, form?.document].flatMap((guid) => (guid ? [study.names.get(guid) ?? ''] : []));
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: say(`forms.kind.${kind}`) },
    { kind: 'note', text: study.name },
    head(say, [
      [say('forms.title.label'), form?.title ?? ''],
      [say(kind === 'contact' ? 'forms.case' : 'forms.document'), about.join('; ')],
      [say('forms.date'), form?.date ? dayIn(language, form.date) : ''],
      [say('forms.place'), form?.place ?? ''],
      [say('forms.who'), form?.who ?? ''],
    ]),
  ];
  for (const section of sectionsOfForm[kind]) {
    const lines = form?.items.filter((item) => item.section === section && item.text.trim() !== '') ?? [];
    // On a blank contact summary, what was learned and what is missing is asked for each research question.
    const asked = form === null && section === 'information' ? study.questions.map(({ text }) => text) : [];
    const said = lines.map(({ text, state }) =>
      section === 'next' ? `${state === 'done' ? '☑' : '☐'} ${text}` : text,
    );
    blocks.push(room(say(`forms.section.${section}`), [...asked, ...said], form === null || said.length === 0));
  }
  // Free words have the back of a blank sheet, so that it stays one page.
  if (form !== null && form.body.trim() !== '') blocks.push(room(say('forms.body'), [form.body.trim()], false));
  return blocks;
}

/** Where there is no guide yet, the research questions are what is asked about. */
function guideSheet({ name, guide: own, questions }: SheetStudy, say: Say): readonly Block[] {
  const guide = own.length > 0 ? own : questions.map(({ text }) => ({ label: text, wording: '', serves: [] }));
  return [
    { kind: 'heading', level: 1, text: say('report.guide.table') },
    { kind: 'note', text: name },
    head(say, [
      [say('report.informant'), ''],
      [say('forms.date'), ''],
      [say('forms.place'), ''],
      [say('forms.who'), ''],
      [say('sampling.consent'), say('forms.sheets.consent')],
    ]),
    ...guide.map(({ label, wording, serves }, place) => {
      const served = serves.length === 0 ? '' : ` (${serves.join(', ')})`;
      return room(`${place + 1}. ${label}${served}`, wording === '' ? [] : [wording], true);
    }),
  ];
}

function head(say: Say, rows: readonly (readonly [string, string])[]): Block {
  return { kind: 'table', caption: '', head: [say('forms.sheets.field'), say('forms.sheets.entry')], rows };
}

/** A box with a heading, what stands in it already, and lines to write on where it is to be filled by hand. */
function room(heading: string, lines: readonly string[], isOpen: boolean): Block {
  const open = isOpen ? [writingRoom] : [];
  const rows = lines.length === 0 ? [[writingRoom]] : [...lines, ...open].map((line) => [line]);
  return { kind: 'table', caption: '', head: [heading], rows };
}

/** Empty lines of a cell. */
const writingRoom = '\n\n\n';
