import { useT } from '../../../services/text.ts';
import type { Network } from './network-model.ts';
import { shapePath } from './shapes.ts';

/** More branches than this are told apart by their labels. */
const mostBranches = 14;

export function NetworkLegend({ network, words }: { readonly network: Network; readonly words: string }) {
  const t = useT();
  return (
    <div className="network-legend">
      <p>
        {words}. {t('display.network.legend')}
      </p>
      <ul>
        {network.branches.slice(0, mostBranches).map(({ name, shape }) => (
          <li key={name} title={name}>
            <svg width={14} height={14} viewBox="-7 -7 14 14" aria-hidden="true">
              <path d={shapePath(shape, 5)} />
            </svg>
            <span className="ellipsis">{name}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
