// Expected errors are values with a code from a closed union. Bugs are `internal`: they go to the log.

export const errorCodes = [
  // the request
  'unknown-method',
  'invalid-input',
  'not-found',
  'ambiguous-name',
  'usage',
  // the project file
  'no-project-open',
  'project-not-found',
  'project-exists',
  'project-not-a-file',
  'project-empty-file',
  'project-not-simpul',
  'project-damaged',
  'project-newer',
  'project-schema-unexpected',
  'project-not-readable',
  'project-in-use',
  'project-busy',
  'project-read-only',
  'project-moved',
  'folder-not-found',
  'folder-not-writable',
  'disk-full',
  'disk-error',
  'template-unknown',
  // content
  'range-outside-text',
  'range-empty',
  'range-splits-character',
  'text-changed-meanwhile',
  'text-too-long',
  'split-outside-coding',
  'codings-apart',
  'query-unreadable',
  'retrieval-unexpected',
  'retrieval-unfinished',
  'retrieval-quote-open',
  'retrieval-number',
  'retrieval-unit',
  'retrieval-field',
  'retrieval-comparison',
  'retrieval-too-deep',
  'retrieval-name',
  'retrieval-order',
  'pattern-invalid',
  'pattern-too-slow',
  'code-not-codable',
  'code-cycle',
  'code-into-itself',
  'target-missing',
  'value-not-of-type',
  'memo-needs-target',
  'coding-of-other-code',
  'export-gate',
  'link-to-itself',
  'proposition-circle',
  'proposition-not-verified',
  'speaker-name',
  'recording-unknown',
  'recording-other',
  'nothing-to-export',
  'backup-failed',
  'file-not-handed-over',
  'import-refused',
  'merge-forgotten',
  'merge-removes-much',
  'cancelled',
  'took-too-long',
  // the host
  'refused',
  'too-large',
  'too-many-cells',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export type ErrorParams = Readonly<Record<string, string | number>>;

/** An expected error: it names what is wrong and what helps, and nothing was changed. */
export class SimpulError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  /** Machine-readable extras, such as the issues of invalid input. */
  readonly details: unknown;

  constructor(code: ErrorCode, params: ErrorParams = {}, details: unknown = null, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.name = 'SimpulError';
    this.code = code;
    this.params = params;
    this.details = details;
  }
}

/** The form in which an error crosses a transport, its message already in the user's language. */
export type ErrorAnswer = {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: unknown;
};
