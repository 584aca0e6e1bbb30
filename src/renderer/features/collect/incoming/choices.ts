// What a researcher chooses for a file before it is imported.

import type { InputOf } from '../../../../shared/contract/contract.ts';
import type { DocumentKind } from '../../../../shared/contract/documents.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import type { UploadedFile } from '../../../services/files.ts';

type ImportFile = InputOf<'documents.import'>['files'][number];
export type SplitRule = NonNullable<ImportFile['split']>;

export type FileChoices = {
  /** '' for the name of the file. */
  readonly title: string;
  readonly kind: DocumentKind;
  /** None, the case of the document's own name, or one of the project. */
  readonly about: 'none' | 'own' | Guid;
  /** '' for what was found out. */
  readonly encoding: string;
  readonly comments: 'leave-out' | 'memos';
  readonly split: SplitRule | null;
};

export const asIs: FileChoices = {
  title: '',
  kind: 'interview',
  about: 'none',
  encoding: '',
  comments: 'leave-out',
  split: null,
};

/** What changes how a file is read, and so what is recognised in it. */
export function readingOf(file: UploadedFile, { encoding, comments, split }: FileChoices) {
  return {
    ...file,
    ...(encoding === '' ? {} : { encoding }),
    ...(comments === 'leave-out' ? {} : { comments }),
    ...(split === null || (split.by === 'marker' && split.marker === '') ? {} : { split }),
  };
}

export function importOf(file: UploadedFile, choices: FileChoices): ImportFile {
  const { title, kind, about } = choices;
  return {
    ...readingOf(file, choices),
    kind,
    ...(title.trim() === '' ? {} : { title: title.trim() }),
    ...(about === 'none' ? {} : about === 'own' ? { ownCase: true } : { caseId: about }),
  };
}

/** Encodings a person may choose, the usual ones first. */
export const encodings = [
  'utf-8',
  'windows-1252',
  'utf-16le',
  'utf-16be',
  'macintosh',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'koi8-r',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
] as const;
