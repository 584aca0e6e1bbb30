// What a person reads when a file is imported or refused. One key per code of `src/main/core/importers/types.ts`.

export const importers = {
  'import.refused.format-not-read':
    'Simpul reads TXT, Markdown (MD), DOCX, ODT, RTF, HTML, PDF, EPUB, VTT, SRT and ELAN (EAF); this file is {found}. Save it as one of these in the program it comes from, then import that file.',
  'import.refused.type-unknown':
    'The name of this file does not say its type. Add .txt, .docx or another ending that fits at its end, then import it again.',
  'import.refused.qda-project':
    'This is a project of {program}, which other programs cannot read. Open it in {program} and export the project for exchange (REFI-QDA, .qdpx), or the documents as DOCX or TXT; Simpul reads those.',
  'import.refused.foreign-unknown':
    'This is no project of QualCoder, RQDA or Taguette. Choose data.qda in the folder of a QualCoder project, a .rqda file, or the SQLite file of Taguette.',
  'import.refused.foreign-as-document':
    'This is a database, such as a project of QualCoder, RQDA or Taguette. Import it as a project, not as a document.',
  'import.refused.old-word-file':
    'This is a Word document of the old format (DOC). Open it in Word or LibreOffice, save it as DOCX, then import that file.',
  'import.refused.not-a-docx':
    'This file is named like a Word document but is none. Open it in the program it comes from, save it as DOCX, then import that file.',
  'import.refused.not-as-named':
    'This file is named like a {format} file but is none. Open it in the program it comes from, save it as {format} or TXT, then import that file.',
  'import.refused.binary-file':
    'This file holds no plain text. Open it in the program it comes from, save it as DOCX or TXT, then import that file.',
  'import.refused.encoding-unknown':
    'The letters of this text cannot be told with certainty. Save it as UTF-8 and import it again, or choose its encoding.',
  'import.refused.password-protected':
    'This file is protected by a password. Open it in the program it comes from, remove the password, save it, then import it again.',
  'import.refused.file-incomplete': 'This file is incomplete: its end is missing. Copy or download it again.',
  'import.refused.file-damaged':
    'This file is damaged. Copy it again from its origin, or open it in Word, save it under a new name and import that file.',
  'import.refused.too-large':
    'This file is larger than {limit} MB. Remove its pictures or split it, then import it again.',
  'import.refused.unpacks-too-large':
    'Unpacked, this file would be larger than {limit} MB, or far larger than a document can be. Save it as TXT and import that file.',
  'import.refused.too-many-entries':
    'This file holds more than {limit} parts, more than any document has. Save it as TXT and import that file.',
  'import.refused.dtd-refused':
    'This file holds a document type definition, which no document needs and which can read other files. Do not trust it; ask for the text in another form.',
  'import.refused.xml-malformed':
    'The content of this file is damaged. Open it in Word or LibreOffice, save it under a new name and import that file.',
  'import.refused.xml-too-deep':
    'Tables or boxes lie more than {limit} levels inside each other in this file. Simplify them, or save it as TXT and import that file.',
  'import.refused.text-too-long':
    'This text is longer than {limit} characters. Split it into several files and import those.',
  'import.refused.combining-marks-too-many':
    'This text puts more than {limit} marks on one letter, which no writing system does. Remove them, then import the file again.',
  'import.refused.no-text':
    'No text was found in this file. If it holds only pictures, such as scanned pages, have its text recognised first.',
  'import.refused.refi-other-xml':
    'This file is XML, but not a project or codebook of REFI-QDA: it begins with “{found}”. Export it again as QDPX or QDC.',
  'import.refused.refi-no-project':
    'There is no project inside this file. Export it again from the other program as a project (QDPX).',
  'import.refused.refi-two-projects':
    'There are several projects inside this file, so it cannot be told which one is meant. Export each one by itself.',
  'import.refused.codebook-without-names':
    'No column of this table names codes. Call one “Code” or “Path” in its first row, then import it again.',
  'import.refused.no-references':
    'No references were found in this file. Export them again as RIS from the program that holds them.',
  'import.refused.no-captions':
    'No captions with times were found in this file. Check that it is a caption file; import a plain text as TXT.',
  'import.refused.table-quote-open':
    'A quotation mark that opens in row {line} of this table is never closed. Correct it in a spreadsheet or a text editor, then import the file again.',
  'import.refused.table-too-large':
    'This table has more than {rows} rows or {cells} cells. Split it, then import its parts.',
  'import.refused.table-empty':
    'This table has no row below its heads. The first row must name the columns, each further row is a respondent.',
  'import.refused.table-as-document':
    'This is a table. Import it as a survey: then its rows become cases, its closed questions variables and its open ones documents.',
  'import.refused.scan-without-text':
    'No text was found on the {pages} pages of this PDF: it looks like a scan. Have its text recognised first (OCR), then import that file.',
  'import.refused.split-pattern':
    'This regular expression cannot be read, so the file cannot be split by it. Check its brackets, or look for the marker as plain text.',
  'import.refused.split-too-many':
    'Splitting would make {count} documents, more than {limit}. Choose a higher heading level or a rarer marker.',
  'import.refused.took-too-long':
    'Reading this file was stopped after {seconds} seconds. Split it or save it as TXT, then import it again.',
  'import.refused.needs-too-much-memory':
    'Reading this file was stopped because it needs more than {megabytes} MB of memory. Split it or save it as TXT, then import it again.',
  'import.refused.reader-failed':
    'Simpul could not read this file, and nothing was imported from it. Save it as TXT and import that file; please report the fault.',

  'import.note.encoding-guessed':
    'The encoding is a guess: {detail}. If letters look wrong, import the file again with another encoding.',
  'import.note.undecodable-bytes-replaced':
    'Unreadable characters, shown as �: {count}. Compare these places with the original.',
  'import.note.control-characters-removed': 'Invisible control characters removed: {count}. The words are unchanged.',
  'import.note.line-separators-converted': 'Unusual line and page ends turned into ordinary line ends: {count}.',
  'import.note.normalised-to-nfc':
    'Lines whose accented letters were brought into the usual form (NFC): {count}. They look the same.',
  'import.note.invisible-characters-kept':
    'Invisible characters that can hide or reorder words, kept as they are: {count}. Check these places before you code them.',
  'import.note.front-matter-kept':
    'Lines of front matter at the top, kept in the text: {count}. Check whether they name persons.',
  'import.note.format-differs-from-name': 'The file was read as {detail}, although its name says otherwise.',
  'import.note.comments-kept-as-memos':
    'Comments, kept as memos on the passages they are about: {count}. Check whether they name persons.',
  'import.note.tracked-insertions-kept': 'Tracked insertions, kept as text: {count}.',
  'import.note.fields-kept-as-text': 'Fields such as dates and cross references, kept as the text last shown: {count}.',
  'import.note.footnotes-appended': 'Footnotes, put at the end of the text behind their numbers: {count}.',
  'import.note.endnotes-appended': 'Endnotes, put at the end of the text behind their numbers: {count}.',
  'import.note.text-boxes-moved': 'Text boxes, put behind the paragraph they belong to: {count}.',
  'import.note.symbols-replaced':
    'Symbols without a character of their own, shown as �: {count}. Compare these places with the original.',
  'import.note.hidden-text-left-out':
    'Hidden passages left out: {count}. To import them, show them in Word and save the file.',
  'import.note.tracked-deletions-left-out':
    'Passages deleted under track changes left out: {count}. To import them, reject the deletions in Word and save the file.',
  'import.note.comments-left-out':
    'Comments left out: {count}. To get them as memos, choose so and import the file again.',
  'import.note.footnotes-left-out': 'Notes that nothing in the text refers to left out: {count}.',
  'import.note.headers-left-out': 'Headers and footers left out: {count}.',
  'import.note.pictures-left-out': 'Pictures and charts left out: {count}. Only text is imported.',
  'import.note.linked-pictures-left-out': 'Pictures that lie outside the file left out and not opened: {count}.',
  'import.note.embedded-objects-left-out': 'Embedded objects left out: {count}. Import their files by themselves.',
  'import.note.external-content-left-out': 'Content from other files or addresses left out and not opened: {count}.',
  'import.note.link-addresses-left-out': 'Addresses of links left out: {count}. The words of the links were kept.',
  'import.note.phonetic-text-left-out': 'Reading aids above the text left out: {count}.',
  'import.note.repeated-cells-read-once': 'Repeated cells and rows of tables, read once each: {count} repetitions.',
  'import.note.scripts-left-out': 'Scripts in the file left out and not run: {count}.',
  'import.note.form-fields-left-out': 'Fields of forms left out: {count}.',
  'import.note.caption-notes-left-out': 'Remarks and settings of the caption file left out: {count}.',
  'import.note.caption-ends-left-out':
    'Captions whose end time was left out: {count}. Start times stand in the text as time stamps.',
  'import.note.caption-times-unusable':
    'Captions with times that cannot be: {count}. Their words were kept without a time stamp.',
  'import.note.annotations-left-out':
    'Annotations that only take others apart, such as their single words, left out: {count}.',
  'import.note.chapters-missing': 'Chapters that the book names but does not hold: {count}.',
  'import.note.page-lines-joined':
    'Lines of the pages joined into paragraphs: {count}. Compare them with the original.',
  'import.note.hyphens-joined': 'Words that a line end had divided, joined again: {count}.',
  'import.note.pages-without-text': 'Pages without text: {count}. They may be scans or pictures.',
  'import.note.pdf-layout-guessed':
    'A PDF does not say where paragraphs and columns are; they were told from the layout of {count} pages.',
  'import.note.macro-left-out': 'The macros of the file were left out and not run.',
  'import.note.author-names-left-out': 'Names of persons in the properties of the file left out: {count}.',
  'import.note.split-into-parts': 'Split into documents: {count}.',
  'import.note.split-markers-left-out': 'Marker lines between the documents, not imported: {count}.',
  'import.note.split-blanks-left-out': 'Places without a word between the documents, not imported: {count}.',
} as const satisfies Record<string, string>;
