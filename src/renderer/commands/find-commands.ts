import type { MessageKey } from '../../shared/i18n/catalogue.ts';
import { translate } from '../../shared/i18n/translate.ts';
import { bestScore, holdsWords } from './fuzzy.ts';
import { commandGroups, type CommandCard } from './registry.ts';

/** Commands that fit a query, best first; all, by group, where there is none. */
export function findCommands<Card extends CommandCard>(commands: readonly Card[], query: string): readonly Card[] {
  if (query.trim() === '') {
    return commands.toSorted((a, b) => commandGroups.indexOf(a.group) - commandGroups.indexOf(b.group));
  }
  return commands
    .map((command) => ({ command, score: scoreOf(query, command) }))
    .filter((found): found is { command: Card; score: number } => found.score !== null)
    .toSorted((a, b) => b.score - a.score)
    .map(({ command }) => command);
}

/** A name counts above the words kept to find it by; both languages serve, whichever the window speaks. */
function scoreOf(query: string, { label, keywords }: CommandCard): number | null {
  const inBoth = (key: MessageKey): readonly string[] => [translate('id', key), translate('en', key)];
  const byName = bestScore(query, inBoth(label));
  if (byName !== null || keywords === undefined) return byName;
  // Initials of words that nobody sees would look like chance.
  return inBoth(keywords).some((words) => holdsWords(query, words)) ? 0 : null;
}
