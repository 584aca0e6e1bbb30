// Propositions, triangulation and trustworthiness: the core's sentences and those of the command line.

export const claims = {
  'object.proposition': 'proposition',
  'object.evidence': 'evidence',
  'object.check': 'note on a tactic',
  'object.verdict': 'verdict',
  'object.cell': 'cell',
  'object.passage': 'passage',
  'object.research-question': 'research question',

  'error.proposition-circle': 'A proposition cannot rest on itself, directly or through others; choose other evidence.',
  'error.proposition-not-verified':
    'A proposition needs a supporting quotation, a verdict of triangulation and a search for negative cases before it is verified; add them, or write down why it is verified without.',

  'history.proposition.created': 'Proposition “{statement}” stated',
  'history.proposition.changed': 'Proposition “{statement}” changed',
  'history.proposition.moved': 'Proposition “{statement}” put in another place',
  'history.proposition.deleted': 'Proposition “{statement}” deleted ({count} in all)',
  'history.proposition.evidence': 'Evidence on “{statement}” weighed',
  'history.proposition.detached': 'Evidence taken off “{statement}”',
  'history.proposition.confirmed': 'Evidence on “{statement}” judged again',
  'history.proposition.checked': 'Tactic applied to “{statement}”',
  'history.proposition.unchecked': 'Note on a tactic taken off “{statement}”',
  'history.triangulation.described': 'Meaning of a cell on “{subject}” written',
  'history.triangulation.judged': 'Verdict on “{subject}” given',
  'history.triangulation.retracted': 'Verdicts taken back ({count})',

  'check.evidence': 'What was judged of evidence of “{statement}” cannot be read.',
  'check.verdict': 'What a verdict or meaning of triangulation compares cannot be read: {comparison}.',

  'triangulation.none': 'None of these',

  'claims.sheet.title': 'Feedback sheet – {project}',
  'claims.sheet.text':
    'These are conclusions drawn from what you and others said. Please say whether they are right, and what is missing.',
  'claims.sheet.name': 'Name:',
  'claims.sheet.date': 'Date:',
  'claims.sheet.right': 'Is this right?',
  'claims.sheet.yes': 'yes',
  'claims.sheet.partly': 'partly',
  'claims.sheet.no': 'no',
  'claims.sheet.why': 'What is missing or different?',

  'cli.propositions': 'list the propositions with status, evidence and what changed below them',
  'cli.triangulation': 'print the triangulation matrix',
  'cli.option.by': 'what stands in the columns',
  'cli.option.by-variable': 'variable whose values are compared (with --by group)',
  'cli.usage.needs-variable': 'Say with --variable which values are compared.',
  'cli.option.rows': 'what stands in the rows',
} as const;
