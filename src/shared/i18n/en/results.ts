// Results that are kept: the report manager.

export const results = {
  'history.result.saved': 'Result “{name}” kept',
  'history.result.renewed': 'Result “{name}” computed again and kept',
  'history.result.changed': 'Result “{name}” changed',
  'history.result.removed': 'Result “{name}” removed',

  'cli.results': 'Results that were kept',
  'cli.results.list': 'List the results that were kept',
  'cli.results.run': 'Compute a kept result again and compare it with its latest state',
  'cli.results.save': 'Carry out an analysis and keep its answer',
  'cli.option.method': 'analysis, such as analysis.frequency',
  'cli.option.input': 'its input as JSON, as in `simpul contract`',
  'cli.option.comment': 'what to say of it',
  'cli.done.result-same': 'The same as when it was kept (revision {revision}).',
  'cli.done.result-changed': '{n} {n|number differs|numbers differ} from revision {revision}.',
  'cli.not-found.result': 'No result that was kept is called “{name}”; `simpul results list` shows them.',
  'cli.usage.json': 'The value of {name} is not JSON.',
} as const;
