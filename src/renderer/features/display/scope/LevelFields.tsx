import { cooccurrenceLevel, matching } from '../../../../shared/contract/analysis.ts';
import { similarityIndices, indexDescriptions } from '../../../../shared/domain/analysis/similarity.ts';
import { useT } from '../../../services/text.ts';
import { Select } from '../../../ui/Select.tsx';
import { NumberInput } from '../parts/NumberInput.tsx';
import { comparesCodings, isUsable, type Scope } from './scope.ts';

export type LevelFieldsProps = {
  readonly scope: Scope;
  readonly onChange: (change: Partial<Scope>) => void;
};

/** Where codes must meet to occur together, and how their meeting is turned into a number. */
export function LevelFields({ scope, onChange }: LevelFieldsProps) {
  const t = useT();
  const { level } = scope;
  return (
    <>
      <Select
        label={t('display.scope.level')}
        value={level}
        onChange={(next) => onChange({ level: next })}
        options={cooccurrenceLevel.options.map((id) => ({
          id,
          label: t(`display.level.${id}`),
          description: t(`display.level.${id}.help`),
        }))}
      />
      {level === 'adjacent' && <DistanceFields scope={scope} onChange={onChange} />}
      {level === 'window' && (
        <NumberInput
          label={t('display.scope.words')}
          value={scope.windowWords}
          minimum={1}
          maximum={1_000_000}
          onChange={(windowWords) => onChange({ windowWords })}
        />
      )}
      {comparesCodings(level) ? (
        <Select
          label={t('display.scope.matching')}
          value={scope.matching}
          onChange={(next) => onChange({ matching: next })}
          options={matching.options.map((id) => ({
            id,
            label: t(`display.matching.${id}`),
            description: t(`display.matching.${id}.help`),
          }))}
        />
      ) : (
        <PresenceFields scope={scope} onChange={onChange} />
      )}
      <Select
        label={t('display.scope.index')}
        value={scope.secondOrder ? 'second-order' : isUsable(scope.index, scope) ? scope.index : 'jaccard'}
        onChange={(index) => onChange(index === 'second-order' ? { secondOrder: true } : { secondOrder: false, index })}
        options={[
          ...similarityIndices
            .filter((id) => isUsable(id, scope))
            .map((id) => ({ id, label: t(`display.index.${id}`), description: indexDescriptions[id].formula })),
          {
            id: 'second-order' as const,
            label: t('display.index.second-order'),
            description: t('display.index.second-order.help'),
          },
        ]}
      />
    </>
  );
}

function DistanceFields({ scope, onChange }: LevelFieldsProps) {
  const t = useT();
  return (
    <>
      <NumberInput
        label={t('display.scope.distance')}
        value={scope.distance}
        minimum={0}
        maximum={1_000_000}
        onChange={(distance) => onChange({ distance })}
      />
      <Select
        label={t('display.scope.unit')}
        value={scope.distanceUnit}
        onChange={(distanceUnit) => onChange({ distanceUnit })}
        options={(['characters', 'words', 'sentences', 'paragraphs'] as const).map((id) => ({
          id,
          label: t(`display.unit.${id}`),
        }))}
      />
    </>
  );
}

function PresenceFields({ scope, onChange }: LevelFieldsProps) {
  const t = useT();
  return (
    <>
      <Select
        label={t('display.scope.mode')}
        value={scope.mode}
        onChange={(mode) => onChange({ mode })}
        options={(['touch', 'cover'] as const).map((id) => ({ id, label: t(`display.mode.${id}`) }))}
      />
      {scope.mode === 'cover' && (
        <NumberInput
          label={t('display.scope.cover')}
          value={scope.cover}
          minimum={1}
          maximum={100}
          onChange={(cover) => onChange({ cover })}
        />
      )}
    </>
  );
}
