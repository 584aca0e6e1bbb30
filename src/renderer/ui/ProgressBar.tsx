import './small.css';
import { ProgressBar as AriaProgressBar } from 'react-aria-components';

export type ProgressBarProps = {
  readonly label: string;
  /** 0..1, or null while it cannot be told. */
  readonly value: number | null;
  readonly isLabelHidden?: boolean;
};

export function ProgressBar({ label, value, isLabelHidden = false }: ProgressBarProps) {
  return (
    <AriaProgressBar
      className="progress"
      aria-label={label}
      isIndeterminate={value === null}
      value={(value ?? 0) * 100}
    >
      {({ percentage, valueText }) => (
        <>
          {!isLabelHidden && (
            <span className="progress-words">
              <span className="ellipsis">{label}</span>
              {value !== null && <span className="progress-value">{valueText}</span>}
            </span>
          )}
          <span className="progress-track">
            <span className="progress-fill" style={value === null ? {} : { inlineSize: `${percentage ?? 0}%` }} />
          </span>
        </>
      )}
    </AriaProgressBar>
  );
}
