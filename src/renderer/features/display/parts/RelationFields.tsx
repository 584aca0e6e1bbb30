import '../retrieval/retrieval.css';
import {
  type DistanceUnit,
  distanceUnits,
  plainRelations,
  type Relation,
  sharedPlaces,
} from '../../../../shared/domain/analysis/query.ts';
import { useT } from '../../../services/text.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Select } from '../../../ui/Select.tsx';
import { NumberInput } from './NumberInput.tsx';

export type RelationFieldsProps = {
  readonly relation: Relation;
  /** Left out where a relation can only hold. */
  readonly negated?: boolean;
  readonly onChange: (to: { readonly relation: Relation; readonly negated: boolean }) => void;
};

const kinds = [...plainRelations, 'near', 'before', 'after', 'same'] as const;

/** How segments of the part above must stand to those of the part below. */
export function RelationFields({ relation, negated, onChange }: RelationFieldsProps) {
  const t = useT();
  const become = (to: Relation): void => onChange({ relation: to, negated: negated ?? false });
  const isDistant = relation.kind === 'near' || relation.kind === 'before' || relation.kind === 'after';
  return (
    <div className="query-row query-relation">
      {negated !== undefined && (
        <Checkbox isSelected={negated} onChange={(isSelected) => onChange({ relation, negated: isSelected })}>
          {t('retrieval.negated')}
        </Checkbox>
      )}
      <Select
        label={t('retrieval.relation')}
        isLabelHidden
        size="small"
        value={relation.kind}
        onChange={(kind) => become(relationOf(kind, relation))}
        options={kinds.map((id) => ({
          id,
          label: t(`retrieval.relation.${id}`),
          description: t(`retrieval.relation.${id}.help`),
        }))}
      />
      {isDistant && (
        <>
          <NumberInput
            label={t('display.scope.distance')}
            value={relation.distance}
            minimum={0}
            maximum={1_000_000}
            onChange={(distance) => become({ ...relation, distance })}
          />
          <Select<DistanceUnit>
            label={t('display.scope.unit')}
            size="small"
            value={relation.unit}
            onChange={(unit) => become({ ...relation, unit })}
            options={distanceUnits.map((id) => ({ id, label: t(`display.unit.${id}`) }))}
          />
        </>
      )}
      {relation.kind === 'same' && (
        <Select
          label={t('retrieval.place')}
          isLabelHidden
          size="small"
          value={relation.place}
          onChange={(place) => become({ kind: 'same', place })}
          options={sharedPlaces.map((id) => ({ id, label: t(`retrieval.place.${id}`) }))}
        />
      )}
    </div>
  );
}

/** Another relation keeps the distance, where it has one. */
function relationOf(kind: (typeof kinds)[number], former: Relation): Relation {
  switch (kind) {
    case 'near':
    case 'before':
    case 'after':
      return 'distance' in former ? { ...former, kind } : { kind, distance: 1, unit: 'paragraphs' };
    case 'same':
      return { kind, place: 'paragraph' };
    case 'includes':
    case 'within':
    case 'overlaps':
    case 'crosses':
    case 'crossed-by':
    case 'exactly':
    case 'co-occurs':
      return { kind };
  }
}
