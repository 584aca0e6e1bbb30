// Searching the texts of the whole study, and coding what was found.

export const search = {
  'cli.search': 'Search the texts; prints every hit with its place',
  'cli.autocode': 'Code every hit of a search, in one undoable step',
  'cli.option.unit': 'in which the query must come true: document, paragraph, sentence or coding',
  'cli.option.match-case': 'tell capitals from small letters',
  'cli.option.ignore-marks': 'letters with and without accents alike',
  'cli.option.affixes': 'Indonesian words alike with and without their affixes',
  'cli.option.documents': 'only in these documents',
  'cli.option.cases': 'only in documents of these cases',
  'cli.option.kinds': 'only in documents of these kinds',
  'cli.option.speakers': 'only in turns of these speakers',
  'cli.option.in-codes': 'only in passages coded with one of these',
  'cli.option.hits': 'how many hits to print',
  'cli.option.extent': 'what is coded: hit, sentence, paragraph or document',
  'cli.option.dry-run': 'only tell what would be coded',
  'cli.not-found.case': 'No case is called “{name}”; `simpul cases` lists them.',
  'cli.done.autocode': '{codings} passages coded in {documents} documents; hits: {hits}; coded so already: {already}',
  'cli.done.autocode-dry':
    '{codings} passages would be coded in {documents} documents; hits: {hits}; coded so already: {already}',
} as const;
