// Exchange with other programs.

export const interchange = {
  'error.merge-forgotten': 'This file is no longer ready. Choose it again.',
  'error.merge-removes-much':
    'This merge would remove {count} codings. Look at the plan, then confirm it, or merge without removing.',
  'history.interchange.merged': 'Merged from {file}',
  'interchange.report.change': '{kind}: {added} added, {changed} changed, {unchanged} unchanged, {removed} removed',
  'interchange.note.element-unknown': 'Elements that the standard does not have, left out: {count}.',
  'interchange.note.value-unreadable': 'Values that cannot be read, left out: {count}.',
  'interchange.note.guid-replaced': 'Identifiers that are no GUID, replaced: {count}.',
  'interchange.note.guid-repeated':
    'Objects with the identifier of another one, given their own: {count}. Nothing was merged.',
  'interchange.note.guid-missing': 'Objects without an identifier, given one: {count}.',
  'interchange.note.name-missing': 'Objects without a name, given one: {count}.',
  'interchange.note.color-unreadable': 'Colours that cannot be read, replaced by others: {count}.',
  'interchange.note.date-without-zone': 'Dates without a time zone, taken as universal time: {count}.',
  'interchange.note.reference-dangling': 'References to objects that are not in the file, left out: {count}.',
  'interchange.note.coder-unknown': 'Coders whom the file does not list, kept as “Unknown coder”: {count}.',
  'interchange.note.code-unknown': 'Codes that the codebook does not list, kept as “Unknown code”: {count}.',
  'interchange.note.line-ends-counted-as-two':
    'Texts whose line ends are counted as two characters, as their selections show: {count}.',
  'interchange.note.mark-counted': 'Texts whose mark of byte order is counted as a character: {count}.',
  'interchange.note.positions-in-utf16': 'Texts whose positions count UTF-16 units: {count}.',
  'interchange.note.position-repaired':
    'Selections outside their text or turned round, brought into it: {count}. Check them.',
  'interchange.note.position-unreadable':
    'Selections without a readable place, kept with their codings but not shown: {count}.',
  'interchange.note.quote-differs':
    'Selections whose words differ from the quotation in the file: {count}. Check them.',
  'interchange.note.text-not-utf-8': 'Texts that are not UTF-8, read as Windows-1252: {count}.',
  'interchange.note.characters-replaced': 'Characters that cannot be kept, replaced one for one: {count}.',
  'interchange.note.transcript-twice': 'Transcripts that the file also holds as texts, shown once: {count}.',
  'interchange.note.source-file-missing':
    'Files that the project names but does not hold: {count}. What is known of them is kept.',
  'interchange.note.source-path-refused': 'Paths that lead out of the file, not followed: {count}.',
  'interchange.note.file-not-referenced': 'Files inside that nothing refers to, left out: {count}.',
  'interchange.note.kept-source': 'Pictures, recordings, films and texts without words, kept but not shown: {count}.',
  'interchange.note.kept-region':
    'Areas of pages and pictures and stretches of recordings, kept but not shown: {count}.',
  'interchange.note.kept-coding': 'Codings of whole sources or of places without words, kept but not shown: {count}.',
  'interchange.note.kept-set': 'Sets, kept but not shown: {count}.',
  'interchange.note.kept-graph': 'Graphs, kept but not shown: {count}.',
  'interchange.note.kept-link': 'Links between things that Simpul cannot link, kept but not shown: {count}.',
  'interchange.note.kept-value': 'Values that do not fit the type of their variable, kept but not shown: {count}.',
  'interchange.note.kept-note': 'Notes with codings or values of their own, which are kept but not shown: {count}.',
  'interchange.note.kept-formatting': 'Texts with a formatted version, which is kept but not shown: {count}.',
  'interchange.note.only-for-simpul':
    'Rules of codes, weights, speakers, questions and stars, which only Simpul reads from this file: {count}.',
  'interchange.note.orphans-left-out': 'Codings without words, which only Simpul reads from this file: {count}.',
  'interchange.note.history-left-out': 'The history of the project is not in this file.',
  'interchange.note.versions-left-out': 'Named versions of texts, not in this file: {count}.',
  'interchange.note.recordings-left-out': 'Recordings, not in this file: {count}.',
  'interchange.note.sidecar-used': 'The file comes from Simpul unchanged: everything that only Simpul knows was read.',
  'interchange.note.sidecar-ignored': 'Another program changed this file: what only Simpul knows was not read from it.',
  'interchange.note.text-changed':
    'Texts changed to what the file says: {count}. Codings in the project followed the words.',
  'interchange.note.removed': 'Codings removed because the file does not have them: {count}.',
  'cli.exchange.export': 'Export the project (.qdpx)',
  'cli.exchange.codebook-import': 'Merge a codebook (.qdc) into the project',
  'cli.exchange.merged': '{file}: merged',
  'cli.option.match': 'also match by path, title and name (guid|names)',
  'cli.option.remove-missing': 'remove codings of the file’s documents that the file does not have',
  'cli.option.confirm': 'merge even if much would be removed',
  'cli.option.plan': 'show what would change, change nothing',
};
