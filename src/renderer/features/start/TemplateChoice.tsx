import { useAnswer } from '../../services/answers.ts';
import { useLanguage, useT } from '../../services/text.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';

export type TemplateChoiceProps = {
  /** Null for an empty codebook. */
  readonly value: string | null;
  readonly onChange: (template: string | null) => void;
};

const noTemplate = '';
/** The host's name for the sample study: a study to look at, opened from the start screen, and no codebook to begin with. */
const sampleStudy = 'sample';

/** The codebook a study starts from: none for coding inductively, or one that theory gives. */
export function TemplateChoice({ value, onChange }: TemplateChoiceProps) {
  const t = useT();
  const language = useLanguage();
  const { data = [] } = useAnswer('projects.templates', {});
  const templates = data.filter(({ name }) => name !== sampleStudy);
  return (
    <div className="start-templates">
      <RadioGroup
        label={t('start.new.template')}
        options={[
          { id: noTemplate, label: t('start.new.template.none'), description: t('start.new.template.none.text') },
          ...templates.map(({ name, title, description, codes }) => ({
            id: name,
            label: `${title[language]} · ${t('start.new.template.codes', { n: codes })}`,
            ...(name === value ? { description: description[language] } : {}),
          })),
        ]}
        value={value ?? noTemplate}
        onChange={(id) => onChange(id === noTemplate ? null : id)}
      />
    </div>
  );
}
