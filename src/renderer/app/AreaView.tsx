import type { Area } from '../services/place.ts';
import { AreaContent } from './areas.tsx';
import { FaultBoundary } from './FaultBoundary.tsx';

/** The area on screen. A fault in one leaves the others usable. */
export function AreaView({ area }: { readonly area: Area }) {
  return (
    <FaultBoundary key={area} part={area}>
      <AreaContent area={area} />
    </FaultBoundary>
  );
}
