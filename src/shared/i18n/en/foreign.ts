// What a person reads when a project of QualCoder, RQDA or Taguette comes in. One key per code of `src/main/core/foreign/model.ts`.

export const foreign = {
  'foreign.note.places-mended': 'Codings whose place was wrong in the file, put where their words stand: {count}.',
  'foreign.note.codings-without-place':
    'Codings left out because neither their place nor their words are in the text: {count}.',
  'foreign.note.codings-of-nothing': 'Codings left out because their document or code is not in the file: {count}.',
  'foreign.note.codings-double': 'Codings that the file holds twice, kept once: {count}.',
  'foreign.note.deleted-left-out': 'Things that were deleted in RQDA left out: {count}.',
  'foreign.note.documents-without-text': 'Sources without text left out: {count}.',
  'foreign.note.media-left-out': 'Pictures, recordings and films left out: {count}.',
  'foreign.note.picture-codings-left-out': 'Coded regions of pictures and pages left out: {count}.',
  'foreign.note.recording-codings-left-out': 'Coded parts of recordings and films left out: {count}.',
  'foreign.note.further-cases-left-out': 'Documents have one case in Simpul. Links to further cases left out: {count}.',
  'foreign.note.values-left-out':
    'Values of variables left out because their owner is not in the file or they are of another type: {count}.',
  'foreign.note.marks-left-out': 'Marks without a code, or marks of importance, left out: {count}.',
  'foreign.note.graphs-left-out': 'Drawn graphs left out: {count}.',
  'foreign.note.file-folders-left-out': 'Folders of files left out: {count}.',
  'foreign.note.codes-joined': 'Codes of the same name in the same place, joined: {count}.',
  'foreign.note.several-projects':
    'The file holds {count} projects; the codes of each stand below a code with its name.',
} as const satisfies Record<string, string>;
