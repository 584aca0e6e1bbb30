import './retrieval.css';
import { Plus, X } from 'lucide-react';
import type { Query } from '../../../../shared/domain/analysis/query.ts';
import { useT } from '../../../services/text.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Select.tsx';
import { NumberInput } from '../parts/NumberInput.tsx';
import type { Study } from '../scope/use-scope.ts';
import { CodeName } from './CodeName.tsx';
import { ConditionEditor } from './ConditionEditor.tsx';
import { emptyPart, partKinds, withKind } from './edit-query.ts';
import { RelationFields } from '../parts/RelationFields.tsx';

export type QueryPartProps = {
  readonly part: Query;
  readonly study: Study;
  readonly onChange: (part: Query) => void;
  /** Undefined where the part cannot be left out. */
  readonly onRemove?: () => void;
  /** Its place in the whole, such as 2.1: says which part a field belongs to. */
  readonly place: string;
};

/** One part of a query with everything inside it. */
export function QueryPart({ part, study, onChange, onRemove, place }: QueryPartProps) {
  const t = useT();
  return (
    <div className="query-part" role="group" aria-label={t('retrieval.part', { place })}>
      <div className="query-row">
        <Select
          label={t('retrieval.kind')}
          isLabelHidden
          size="small"
          value={part.op}
          onChange={(kind) => onChange(withKind(part, kind))}
          options={partKinds.map((id) => ({
            id,
            label: t(`retrieval.kind.${id}`),
            description: t(`retrieval.kind.${id}.help`),
          }))}
        />
        {'name' in part && <CodeName part={part} study={study} onChange={onChange} />}
        {part.op === 'at-least' && (
          <NumberInput
            label={t('retrieval.count')}
            value={part.count}
            minimum={1}
            maximum={1000}
            onChange={(count) => onChange({ ...part, count })}
          />
        )}
        {part.op !== 'where' && (
          <Button size="small" variant="quiet" onPress={() => onChange(withKind(part, 'where'))}>
            {t('retrieval.filter')}
          </Button>
        )}
        {part.op !== 'relation' && (
          <Button
            size="small"
            variant="quiet"
            onPress={() =>
              onChange({
                op: 'relation',
                relation: { kind: 'near', distance: 1, unit: 'paragraphs' },
                negated: false,
                left: part,
                right: emptyPart,
              })
            }
          >
            {t('retrieval.relate')}
          </Button>
        )}
        {onRemove && (
          <IconButton size="small" label={t('retrieval.remove', { place })} icon={<X />} onPress={onRemove} />
        )}
      </div>
      <Inside part={part} study={study} onChange={onChange} place={place} />
    </div>
  );
}

function Inside({ part, study, onChange, place }: Omit<QueryPartProps, 'onRemove'>) {
  const t = useT();
  switch (part.op) {
    case 'any':
    case 'code':
    case 'under':
    case 'alone':
      return null;
    case 'not':
      return (
        <div className="query-inside">
          <QueryPart
            part={part.of}
            study={study}
            place={`${place}.1`}
            onChange={(of) => onChange({ ...part, of })}
            onRemove={() => onChange(part.of)}
          />
        </div>
      );
    case 'where':
      return (
        <div className="query-inside">
          <QueryPart part={part.of} study={study} place={`${place}.1`} onChange={(of) => onChange({ ...part, of })} />
          <ConditionEditor
            condition={part.condition}
            study={study}
            place={`${place}.2`}
            onChange={(condition) => onChange({ ...part, condition })}
            onRemove={() => onChange(part.of)}
          />
        </div>
      );
    case 'relation':
      return (
        <div className="query-inside">
          <QueryPart
            part={part.left}
            study={study}
            place={`${place}.1`}
            onChange={(left) => onChange({ ...part, left })}
            onRemove={() => onChange(part.right)}
          />
          <RelationFields
            relation={part.relation}
            negated={part.negated}
            onChange={(to) => onChange({ ...part, ...to })}
          />
          <QueryPart
            part={part.right}
            study={study}
            place={`${place}.2`}
            onChange={(right) => onChange({ ...part, right })}
            onRemove={() => onChange(part.left)}
          />
        </div>
      );
    case 'and':
    case 'or':
    case 'one-of':
    case 'at-least': {
      const { of } = part;
      const without = (index: number): Query => {
        const rest = of.filter((_, each) => each !== index);
        return rest.length === 1 && rest[0] ? rest[0] : { ...part, of: rest };
      };
      return (
        <div className="query-inside">
          {of.map((each, index) => (
            // Parts have no identity but their place.
            <QueryPart
              key={`${place}.${index + 1}`}
              part={each}
              study={study}
              place={`${place}.${index + 1}`}
              onChange={(to) => onChange({ ...part, of: of.with(index, to) })}
              onRemove={() => onChange(without(index))}
            />
          ))}
          <Button
            size="small"
            variant="quiet"
            icon={<Plus aria-hidden="true" />}
            onPress={() => onChange({ ...part, of: [...of, emptyPart] })}
          >
            {t('retrieval.add')}
          </Button>
        </div>
      );
    }
  }
}
