export const analysis = {
  'analysis.caution.purposive-sample':
    'These cases were chosen for what they can tell, not drawn at random. A p-value speaks of samples: take it as a hint where to read on, and let counts and quotations carry the argument.',
  'analysis.caution.small-expected':
    'Some expected counts are below 5: the χ² distribution is a poor likeness there. Read Fisher’s test instead.',
  'analysis.caution.not-independent':
    'Codings of one case are not independent of each other, so that tests over codings claim more than the cases bear.',
  'analysis.caution.many-tests':
    'Many tests at once: of twenty codes without any relation, one falls below 5 %. Read the corrected columns (Holm, Benjamini–Hochberg).',
  'analysis.caution.small-n':
    'Fewer than thirty transitions: the normal distribution is a poor likeness. Ask for p by permutation.',
  'error.retrieval-unexpected':
    'At character {position}, “{found}” cannot stand here. Names that hold words of the query language or signs need quotation marks.',
  'error.retrieval-unfinished':
    'The query ends at character {position}, where something must follow: a code, a list or a closing parenthesis.',
  'error.retrieval-quote-open': 'The quotation mark at character {position} is never closed.',
  'error.retrieval-number': 'At character {position} a whole number is needed, not “{found}”.',
  'error.retrieval-unit':
    'At character {position} a unit is needed, not “{found}”: characters, words, sentences or paragraphs; after SAME paragraph, sentence, section, document or case.',
  'error.retrieval-field':
    'At character {position}, “{found}” is nothing that can be asked about: coder, weight, coded, date, kind, document, case or variable.',
  'error.retrieval-comparison': 'At character {position} a comparison is needed, not “{found}”: =, !=, <, <=, > or >=.',
  'error.retrieval-too-deep': 'At character {position} more than a hundred parentheses stand inside each other.',
  'error.retrieval-name': 'Nothing that the query asks about is called “{name}”.',
  'error.retrieval-order': '“{name}” has no order: only = and != can be asked of it.',
  'cli.retrieve': 'Segments that a query of codes finds',
  'cli.option.return': 'segments; only their common parts; or all that take part',
  'cli.option.limit-segments': 'how many segments are printed, at most 10000',
  'cli.retrieve.more': '{shown} of {total} segments; --limit shows more',
  'cli.case-similarity': 'How alike cases are coded',
  'cli.option.second-order': 'likeness of the company that codes keep',
  'cli.option.map': 'smacof (best fit) or maxqda (classical scaling, as its code map)',
  'cli.option.targets': 'hold all other codes to these, nearest first',
  'cli.option.pair': 'two codes: their fourfold table and every index',
  'cli.usage.pair': '--pair takes two codes.',
  'cli.crosstab': 'Codes by the values of a variable',
  'cli.sequence': 'Which code follows which in the texts',
  'cli.option.documents': 'only these documents, by title or GUID',
  'cli.option.cases': 'only these cases, by name or GUID',
  'cli.option.coders': 'only codings of these coders, by name or GUID',
  'cli.option.variable': 'name or GUID of the variable',
  'cli.option.measure': 'what a cell shows',
  'cli.option.tests': 'with statistical tests, off otherwise: cases are chosen, not drawn',
  'cli.option.correspondence': 'with correspondence analysis',
  'cli.option.draws': 'tables drawn for Fisher’s test of more than 2 × 2; 0 leaves it out',
  'cli.option.seed': 'start of the random numbers: the same seed gives the same result',
  'cli.option.lag': 'how many steps later',
  'cli.option.minimum': 'smallest distance; needs --maximum',
  'cli.option.maximum': 'greatest distance between the end of the one and the start of the other, instead of a lag',
  'cli.option.no-self': 'a code cannot follow itself',
  'cli.option.permutations': 'random orders for the p of chance',
  'cli.not-found.case': 'No case is called “{name}”; `simpul cases` lists them.',
  'cli.not-found.variable': 'No variable is called “{name}”; `simpul variables` lists them.',
} as const;
