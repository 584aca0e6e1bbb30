import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { useVisibleRows } from '../../../parts/use-visible-rows.ts';
import { useT } from '../../../services/text.ts';
import { hexOf, legible, type Rgb } from '../charts/color-scale.ts';
import type { MatrixCode } from '../matrix.ts';
import { chip, type DendrogramPlan, leavesHeight, nameSize, nameStart, tickSize } from './dendrogram-drawing.ts';

export type DendrogramProps = {
  readonly codes: readonly MatrixCode[];
  readonly plan: DendrogramPlan;
  readonly ground: Rgb;
  readonly onOpenCode: (place: number) => void;
};

/**
 * All merges are one path. Of hundreds of codes only those in view exist as elements: one is in the tab order, arrows
 * move between them, Enter opens one.
 */
export function Dendrogram({ codes, plan, ground, onOpenCode }: DendrogramProps) {
  const t = useT();
  const list = useRef<HTMLUListElement>(null);
  const [active, setActive] = useState(0);
  const [wanted, setWanted] = useState<number | null>(null);
  const { order, rowHeight } = plan;
  const last = order.length - 1;
  const focused = Math.min(active, last);
  const { scroller, indexes, bringIntoView } = useVisibleRows({
    count: order.length,
    rowHeight,
    kept: [focused],
    expected: 640,
  });

  useEffect(() => {
    // The row is kept among those drawn, wherever it lies: it is there by now.
    if (wanted === null) return;
    const leaf = list.current?.querySelector<HTMLElement>(`[data-rank="${wanted}"]`);
    if (!leaf) return;
    leaf.focus({ preventScroll: true });
    setWanted(null);
  }, [wanted]);

  const move = (event: KeyboardEvent, rank: number): void => {
    const to = rankAfter(event.key, rank, last);
    if (to === null) return;
    event.preventDefault();
    setActive(to);
    setWanted(to);
    bringIntoView(to);
  };
  return (
    <div className="dendrogram-scroll" ref={scroller}>
      <div className="dendrogram" style={{ width: plan.width, height: plan.height }}>
        <Merges plan={plan} label={t('display.dendrogram.picture', { n: codes.length })} />
        <ul ref={list} className="dendrogram-leaves">
          {indexes.map((rank) => {
            const place = order[rank] ?? 0;
            const code = codes[place];
            if (!code) return null;
            return (
              <li key={code.guid} aria-setsize={order.length} aria-posinset={rank + 1}>
                <button
                  type="button"
                  data-rank={rank}
                  tabIndex={rank === focused ? 0 : -1}
                  className="dendrogram-leaf"
                  style={{ top: rank * rowHeight, height: rowHeight, width: plan.names, fontSize: nameSize }}
                  title={code.path.join(' / ')}
                  aria-label={code.name}
                  onFocus={() => setActive(rank)}
                  onKeyDown={(event) => move(event, rank)}
                  onClick={() => onOpenCode(place)}
                >
                  <span
                    className="dendrogram-chip"
                    style={{
                      width: chip.side,
                      height: chip.side,
                      marginInline: `${chip.x}px ${nameStart - chip.x - chip.side}px`,
                      background: hexOf(legible(code.color, ground, 3)),
                    }}
                  />
                  {plan.label(place)}
                </button>
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

const Merges = memo(function Merges({ plan, label }: { readonly plan: DendrogramPlan; readonly label: string }) {
  const leaves = leavesHeight(plan);
  return (
    <svg width={plan.width} height={plan.height} role="img" aria-label={label}>
      {plan.ticks.map(({ x, text }) => (
        <g key={x}>
          <path d={`M${x} 0V${leaves + 5}`} className="dendrogram-tick" />
          <text x={x} y={leaves + 14} fontSize={tickSize} className="dendrogram-words">
            {text}
          </text>
        </g>
      ))}
      <path d={plan.brackets.join('')} className="dendrogram-merges" />
      <text x={plan.axis.x} y={leaves + 28} fontSize={tickSize} className="dendrogram-words">
        {plan.axis.text}
      </text>
    </svg>
  );
});

function rankAfter(key: string, rank: number, last: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, rank + 1);
    case 'ArrowUp':
      return Math.max(0, rank - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
