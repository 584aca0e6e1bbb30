import { translate } from '../../shared/i18n/translate.ts';
import { bestScore } from './fuzzy.ts';
import { commandGroups, type CommandCard } from './registry.ts';

/** Commands that fit a query, best first; all, by group, where there is none. */
export function findCommands<Card extends CommandCard>(commands: readonly Card[], query: string): readonly Card[] {
  if (query.trim() === '') {
    return commands.toSorted((a, b) => commandGroups.indexOf(a.group) - commandGroups.indexOf(b.group));
  }
  return commands
    .map((command) => ({ command, score: bestScore(query, textsOf(command)) }))
    .filter((found): found is { command: Card; score: number } => found.score !== null)
    .toSorted((a, b) => b.score - a.score)
    .map(({ command }) => command);
}

/** Label, then keywords, each in both languages: a word learnt in one still finds the command in the other. */
function textsOf({ label, keywords }: CommandCard): readonly string[] {
  const keys = keywords === undefined ? [label] : [label, keywords];
  return keys.flatMap((key) => [translate('id', key), translate('en', key)]);
}
