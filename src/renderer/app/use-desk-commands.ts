// Commands that lead to a desk of any stream from anywhere in the window.

import { type Command, useCommands } from '../commands/registry.ts';
import { askDesk } from '../parts/asked-desk.ts';
import { type Area, usePlace } from '../services/place.ts';
import { useRemembered } from '../services/window-state.ts';

export function useDeskCommands(): void {
  const go = usePlace((place) => place.go);
  const [, setCollection] = useRemembered<string>('collection/page', 'documents');
  const [, setConclusion] = useRemembered<string>('conclusion.page', 'propositions');
  const [, setCondensation] = useRemembered<string>('condense.part', 'segments');
  const to = (area: Area, set: (page: string) => void, page: string) => (): void => {
    set(page);
    go({ area });
  };
  const collection = (['questions', 'summaries', 'sampling', 'accounting'] as const).map((page): Command => ({
    id: `desk.${page}`,
    label: `desk.open.${page}`,
    keywords: `desk.keywords.${page}`,
    group: 'go',
    run: to('collection', setCollection, page),
  }));
  const conclusion = (['propositions', 'triangulation'] as const).map((page): Command => ({
    id: `desk.${page}`,
    label: `desk.open.${page}`,
    keywords: `desk.keywords.${page}`,
    group: 'go',
    run: to('conclusion', setConclusion, page),
  }));
  useCommands([
    ...collection,
    ...conclusion,
    {
      id: 'condense.open',
      label: 'condense.open.page',
      keywords: 'condense.keywords',
      group: 'go',
      run: () => askDesk('condense'),
    },
    ...(['vignettes', 'cases'] as const).map((part): Command => ({
      id: `condense.open-${part}`,
      label: `condense.open.${part}`,
      keywords: 'condense.keywords',
      group: 'go',
      run: () => {
        setCondensation(part);
        askDesk('condense');
      },
    })),
  ]);
}
