import { useT } from '../../../services/text.ts';
import { hexOf, type ValueScale } from '../charts/color-scale.ts';

export type HeatmapLegendProps = {
  readonly scale: ValueScale;
  readonly name: string;
  readonly format: (value: number | null) => string;
  /** Whether a code has a number with itself. */
  readonly hasDiagonal?: boolean;
};

const parts = 32;

/** What the colours mean, in numbers. */
export function HeatmapLegend({ scale, name, format, hasDiagonal = false }: HeatmapLegendProps) {
  const t = useT();
  const low = scale.signed ? -scale.maximum : 0;
  const at = (part: number): number => low + ((scale.maximum - low) * part) / (parts - 1);
  return (
    <div className="heatmap-legend">
      <span>{name}</span>
      <span>{format(low)}</span>
      <svg width={parts * 5} height={12} aria-hidden="true">
        {Array.from({ length: parts }, (_, part) => (
          <rect key={part} x={part * 5} y={0} width={5.5} height={12} fill={hexOf(scale.colorOf(at(part)))} />
        ))}
      </svg>
      <span>{format(scale.maximum)}</span>
      <svg width={12} height={12} aria-hidden="true">
        <rect width={12} height={12} fill={hexOf(scale.colorOf(null))} />
      </svg>
      <span>{t(hasDiagonal ? 'display.heatmap.undefined' : 'display.heatmap.legend.undefined')}</span>
    </div>
  );
}
