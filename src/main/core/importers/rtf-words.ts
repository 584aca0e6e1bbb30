// Control words of RTF 1.9.1 that matter to a text: characters, and groups whose content is no text.

/** Control words that stand for a character. */
export const rtfCharacters: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', '\u2028'],
  ['lbr', '\u2028'],
  ['softline', ''],
  ['emdash', '\u2014'],
  ['endash', '\u2013'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['bullet', '\u2022'],
  ['lquote', '\u2018'],
  ['rquote', '\u2019'],
  ['ldblquote', '\u201C'],
  ['rdblquote', '\u201D'],
  ['zwbo', '\u200B'],
  ['zwj', '\u200D'],
  ['zwnj', '\u200C'],
  ['ltrmark', '\u200E'],
  ['rtlmark', '\u200F'],
  ['~', '\u00A0'],
  ['-', '\u00AD'],
  ['_', '\u2011'],
]);

/** What a group is for, by the control word it begins with. */
export type RtfDestination =
  | 'text'
  /** Nothing in it is shown, whatever groups it holds. */
  | 'skipped'
  /** Its own text is not shown, but a group in it may be. */
  | 'shell'
  | 'fonts'
  | 'picture'
  | 'object'
  | 'header'
  | 'author'
  | 'instruction'
  | 'note'
  | 'box'
  | 'label'
  | 'comment'
  | 'comment-start'
  | 'comment-end'
  | 'comment-id'
  | 'comment-author';

const destinations: readonly (readonly [RtfDestination, string])[] = [
  ['text', 'fldrslt result field rtf'],
  ['shell', 'info shp shpinst shppict shpgrp do'],
  ['fonts', 'fonttbl'],
  ['picture', 'pict'],
  ['object', 'object'],
  ['header', 'header headerl headerr headerf footer footerl footerr footerf'],
  ['author', 'author operator manager'],
  ['instruction', 'fldinst'],
  ['note', 'footnote'],
  ['box', 'shptxt dptxbxtext'],
  ['label', 'listtext pntext'],
  ['comment', 'annotation'],
  ['comment-start', 'atrfstart'],
  ['comment-end', 'atrfend'],
  ['comment-id', 'atnref'],
  ['comment-author', 'atnauthor'],
  [
    'skipped',
    'colortbl stylesheet filetbl listtable listoverridetable revtbl rsidtbl generator private tc tcn xe rxe txe ' +
      'pntxta pntxtb ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn nonshppict shprslt objdata objclass objname objalias ' +
      'objsect objtime title subject keywords doccomm comment category company hlinkbase sp sn sv bkmkstart bkmkend ' +
      'datafield fldtype formfield template buptim creatim revtim printim atnid atntime atndate atnicn atnparent ' +
      'themedata colorschememapping datastore latentstyles background pnseclvl',
  ],
];

const byWord: ReadonlyMap<string, RtfDestination> = new Map(
  destinations.flatMap(([destination, words]) => words.split(' ').map((word) => [word, destination] as const)),
);

/** What a group that begins with this control word is for; undefined where it begins none. */
export function rtfDestinationOf(word: string): RtfDestination | undefined {
  return byWord.get(word);
}
