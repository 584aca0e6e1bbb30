import { useState } from 'react';
import type { Version } from '../../../shared/contract/versions.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { usePerform } from '../../services/perform.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';

export type VersionNameProps = { readonly documentId: Guid; readonly version: Version };

/** Names a state of a text, changes its name, or takes it off. */
export function VersionName({ documentId, version }: VersionNameProps) {
  const t = useT();
  const perform = usePerform();
  const [named] = version.names;
  const [name, setName] = useState(named?.name ?? '');
  const typed = name.trim();
  const save = (): void => {
    if (typed === '' || typed === named?.name) return;
    if (named) void perform('versions.rename', { versionId: named.guid, name: typed });
    else void perform('versions.name', { documentId, revision: version.revision, name: typed });
  };
  return (
    <div className="texts-version-name">
      <TextField
        label={t('texts.versions.name')}
        isLabelHidden
        placeholder={t('texts.versions.name')}
        value={name}
        onChange={setName}
        onSubmit={save}
        maxLength={500}
      />
      <Button isDisabled={typed === '' || typed === named?.name} onPress={save}>
        {t(named ? 'texts.versions.rename' : 'texts.versions.giveName')}
      </Button>
      {named && (
        <Button
          variant="quiet"
          onPress={() => {
            setName('');
            void perform('versions.unname', { versionId: named.guid });
          }}
        >
          {t('texts.versions.unname')}
        </Button>
      )}
    </div>
  );
}
