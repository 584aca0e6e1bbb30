import { FileInput, Highlighter, ChartNetwork, Lightbulb, type LucideIcon } from 'lucide-react';
import { Fragment } from 'react';
import { useShortcut } from '../commands/registry.ts';
import { MissingButton } from '../features/conclude/MissingButton.tsx';
import { type Area, areas, usePlace } from '../services/place.ts';
import { useT } from '../services/text.ts';

const icons: Readonly<Record<Area, LucideIcon>> = {
  collection: FileInput,
  reduction: Highlighter,
  display: ChartNetwork,
  conclusion: Lightbulb,
};

/** The four streams of analysis of Miles and Huberman, always in reach, in their order. */
export function AreaRail() {
  const t = useT();
  const area = usePlace((state) => state.area);
  return (
    <nav className="rail" aria-label={t('app.areas')} data-part>
      {areas.map((each, index) => (
        <Fragment key={each}>
          {index > 0 && <span className="rail-step" aria-hidden="true" />}
          <AreaItem area={each} />
        </Fragment>
      ))}
      <MissingButton area={area} />
    </nav>
  );
}

function AreaItem({ area }: { readonly area: Area }) {
  const t = useT();
  const isCurrent = usePlace((state) => state.area === area);
  const go = usePlace((state) => state.go);
  const shortcut = useShortcut(`area.${area}`);
  const Icon = icons[area];
  return (
    <button
      type="button"
      className="rail-item"
      aria-current={isCurrent ? 'page' : undefined}
      aria-keyshortcuts={shortcut?.replace('Mod', 'Control')}
      title={t(`app.area.${area}.long`)}
      onClick={() => go({ area })}
    >
      <Icon aria-hidden="true" />
      {t(`app.area.${area}`)}
    </button>
  );
}
