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
