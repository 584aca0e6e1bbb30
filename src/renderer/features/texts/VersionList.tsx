import type { Version } from '../../../shared/contract/versions.ts';
import { type Translate, useDateFormat, useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { ListBox } from '../../ui/ListBox.tsx';

export type VersionListProps = {
  readonly versions: readonly Version[];
  readonly chosen: number;
  readonly onChoose: (revision: number) => void;
};

export function VersionList({ versions, chosen, onChoose }: VersionListProps) {
  const t = useT();
  const { moment } = useDateFormat();
  return (
    <div className="texts-version-list">
      <ListBox
        label={t('texts.versions.list')}
        items={versions}
        itemId={({ revision }) => String(revision)}
        itemText={(version) => titleOf(version, t, moment)}
        selectedIds={new Set([String(chosen)])}
        onSelect={([id]) => id !== undefined && onChoose(Number(id))}
        render={(version) => (
          <div className="texts-version">
            <span className="texts-version-title">
              {titleOf(version, t, moment)}
              {version.current && <Badge tone="accent">{t('texts.versions.current')}</Badge>}
            </span>
            {version.names.length > 0 && <span className="texts-version-facts">{whenOf(version, t, moment)}</span>}
            <span className="texts-version-facts">{factsOf(version, t)}</span>
            {version.label !== null && <span className="texts-version-facts">{version.label}</span>}
          </div>
        )}
      />
    </div>
  );
}

type Moment = ReturnType<typeof useDateFormat>['moment'];

/** What a state is called: by its name, else by when it came about. */
export function titleOf(version: Version, t: Translate, moment: Moment): string {
  const names = version.names.map(({ name }) => name).join(' · ');
  return names === '' ? whenOf(version, t, moment) : names;
}

function whenOf({ at, first }: Version, t: Translate, moment: Moment): string {
  if (at === null) return t('texts.versions.first');
  return first ? t('texts.versions.firstAt', { at: moment(at) }) : moment(at);
}

function factsOf({ coderName, added, removed, edits, first }: Version, t: Translate): string {
  const who = coderName ?? t('history.nobody');
  return first ? who : t('texts.versions.facts', { who, added, removed, edits });
}
