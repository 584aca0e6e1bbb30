import { FolderOpen } from 'lucide-react';
import { chooseFolderBySystem, hasSystemDialogs } from '../../services/system-dialogs.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';

export type FolderFieldProps = {
  readonly value: string;
  readonly onChange: (folder: string) => void;
  readonly error: string | null;
};

/** Where the project file goes: typed, or chosen in the system's own dialog where the host has one. */
export function FolderField({ value, onChange, error }: FolderFieldProps) {
  const t = useT();
  const choose = async (): Promise<void> => {
    const folder = await chooseFolderBySystem();
    if (folder !== null) onChange(folder);
  };
  return (
    <div className="start-folder-field">
      <TextField
        label={t('start.new.folder')}
        hint={t('start.new.folder.hint')}
        value={value}
        onChange={onChange}
        error={error}
      />
      {hasSystemDialogs() && (
        <Button size="small" icon={<FolderOpen aria-hidden="true" />} onPress={() => void choose()}>
          {t('start.new.folder.choose')}
        </Button>
      )}
    </div>
  );
}
