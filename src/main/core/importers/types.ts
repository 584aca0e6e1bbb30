// What every reader of documents takes, gives and refuses. Readers are pure: bytes in, result out.

/** What the reader of a document gives back. */
export type ReadDocument = {
  /** Canonical text (T1, T2): NFC, `\n` between lines, U+2028 as soft break, no other control characters but `\t`. */
  readonly text: string;
  /** True where the file is nothing but this text in UTF-8, byte for byte. */
  readonly asInFile?: boolean;
  readonly format: DocumentFormat;
  /** How the bytes were decoded; null where the format itself says it. */
  readonly encoding: TextEncoding | null;
  /** What was left out, changed or guessed, by kind and count (H3: never silence). */
  readonly notes: readonly ImportNote[];
  /** What was found in the file. */
  readonly counts: DocumentCounts;
  /** Comments beside the text, where they were asked for; in the order of the file. */
  readonly comments?: readonly DocumentComment[];
  /** Where the pages of the file begin in the text, in UTF-16 units; only of formats that have pages of their own. */
  readonly pages?: readonly number[];
  /** Headings the format names, where they begin in the text; only where there are any. */
  readonly headings?: readonly DocumentHeading[];
};

/** @property level 1 is the highest. */
export type DocumentHeading = { readonly start: number; readonly level: number };

/** A remark that somebody put beside the text. */
export type DocumentComment = {
  /** The passage it is about, in UTF-16 units of the text; null where it is about the document. */
  readonly passage: { readonly start: number; readonly end: number } | null;
  /** '' where the file does not say. */
  readonly author: string;
  readonly text: string;
};

/** What becomes of comments: left out unless a person asks for them (P5). */
export type CommentChoice = (typeof commentChoices)[number];
export const commentChoices = ['leave-out', 'memos'] as const;

export type DocumentFormat = (typeof documentFormats)[number];
export const documentFormats = ['txt', 'md', 'docx', 'odt', 'rtf', 'html', 'pdf', 'vtt', 'srt', 'eaf', 'epub'] as const;

export type DocumentCounts = Readonly<Record<CountName, number>>;
export type CountName = (typeof countNames)[number];
export const countNames = [
  'paragraphs',
  'headings',
  'listItems',
  'tables',
  'footnotes',
  'endnotes',
  'textBoxes',
  'images',
  'comments',
  'links',
  'fields',
] as const;

/** `detail` is a short fact to show, such as the name of an encoding; never text of the document. */
export type ImportNote = {
  readonly code: NoteCode;
  readonly count: number;
  readonly detail?: string;
};

export type NoteCode = (typeof noteCodes)[number];
export const noteCodes = [
  // any text
  'encoding-guessed',
  'undecodable-bytes-replaced',
  'control-characters-removed',
  'line-separators-converted',
  'normalised-to-nfc',
  'invisible-characters-kept',
  'front-matter-kept',
  'format-differs-from-name',
  // kept, but elsewhere or otherwise
  'comments-kept-as-memos',
  'tracked-insertions-kept',
  'fields-kept-as-text',
  'footnotes-appended',
  'endnotes-appended',
  'text-boxes-moved',
  'symbols-replaced',
  // left out
  'hidden-text-left-out',
  'tracked-deletions-left-out',
  'comments-left-out',
  'footnotes-left-out',
  'headers-left-out',
  'pictures-left-out',
  'linked-pictures-left-out',
  'embedded-objects-left-out',
  'external-content-left-out',
  'link-addresses-left-out',
  'phonetic-text-left-out',
  'repeated-cells-read-once',
  'scripts-left-out',
  'form-fields-left-out',
  'caption-notes-left-out',
  'caption-ends-left-out',
  'caption-times-unusable',
  'annotations-left-out',
  'chapters-missing',
  'page-lines-joined',
  'hyphens-joined',
  'pages-without-text',
  'pdf-layout-guessed',
  'macro-left-out',
  'author-names-left-out',
  // one file as several documents
  'split-into-parts',
  'split-markers-left-out',
  'split-blanks-left-out',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];
export const refusalCodes = [
  'format-not-read',
  'type-unknown',
  'qda-project',
  'foreign-unknown',
  'foreign-as-document',
  'old-word-file',
  'not-a-docx',
  'not-as-named',
  'binary-file',
  'encoding-unknown',
  'password-protected',
  'file-incomplete',
  'file-damaged',
  'too-large',
  'unpacks-too-large',
  'too-many-entries',
  'dtd-refused',
  'xml-malformed',
  'xml-too-deep',
  'text-too-long',
  'combining-marks-too-many',
  'no-text',
  'no-captions',
  'table-quote-open',
  'table-too-large',
  'table-empty',
  'table-as-document',
  'scan-without-text',
  'refi-other-xml',
  'refi-no-project',
  'refi-two-projects',
  'codebook-without-names',
  'no-references',
  'split-pattern',
  'split-too-many',
  'took-too-long',
  'needs-too-much-memory',
  'reader-failed',
] as const;

export type RefusalParams = Readonly<Record<string, string | number>>;

/** A file that is not imported: the code says why, and the catalogue of messages says what to do. */
export class ImportRefusal extends Error {
  readonly code: RefusalCode;
  /** Values for the `{placeholders}` of the message. */
  readonly params: RefusalParams;

  constructor(code: RefusalCode, params: RefusalParams = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'ImportRefusal';
    this.code = code;
    this.params = params;
  }
}

/** Encodings a person may choose where the guess was wrong; all but UTF-32 are names of the WHATWG standard. */
export const textEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'utf-32le',
  'utf-32be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'macintosh',
  'koi8-r',
  'koi8-u',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
] as const;
export type TextEncoding = (typeof textEncodings)[number];

/** Called at every step of work that grows with the file; throws to stop it. */
export type Watch = () => void;

/** The limits of RELIABILITY, stated in the help as well. Sizes in bytes, text in UTF-16 code units. */
export const importLimits = {
  fileBytes: 100_000_000,
  unpackedBytes: 200_000_000,
  /** Below this size a high ratio of compression is ordinary. */
  ratioFreeBytes: 10_000_000,
  ratio: 100,
  entries: 5_000,
  xmlDepth: 256,
  xmlAttributes: 10_000,
  textLength: 10_000_000,
  /** Of the ten seconds that a file may take, all but what ending its reader takes on a busy machine. */
  timeMs: 9_500,
  heapMegabytes: 384,
} as const;

/** Counts of nothing, to be filled in. */
export function noCounts(): Record<CountName, number> {
  return {
    paragraphs: 0,
    headings: 0,
    listItems: 0,
    tables: 0,
    footnotes: 0,
    endnotes: 0,
    textBoxes: 0,
    images: 0,
    comments: 0,
    links: 0,
    fields: 0,
  };
}
