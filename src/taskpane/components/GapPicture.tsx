/** A gap as a bridge from one measure to the other, a bar for each class. Its figures stand beside it as text. */

import { usePane } from '../paneContext';
import type { Digest } from '../ports';
import { texts } from '../texts';
import { BridgePicture } from './BridgePicture';

export interface GapPictureProps {
  readonly gap: Digest['gaps'][number];
  /** Minor units. */
  readonly left: { readonly title: string; readonly amount: number };
  readonly right: { readonly title: string; readonly amount: number };
  readonly currency: string;
}

export function GapPicture({ gap, left, right, currency }: GapPictureProps) {
  const { format } = usePane();
  const steps = gap.byClass.filter(({ net }) => net !== 0).map(({ reasonClass, net }) => ({ reasonClass, change: -net }));
  const told = [
    `${left.title} ${format.amount(left.amount, currency)}`,
    ...steps.map(({ reasonClass, change }) => `${texts.engine(reasonClass)} ${format.amount(change, currency)}`),
    `${right.title} ${format.amount(right.amount, currency)}`,
  ];
  return (
    <BridgePicture
      bridge={{ left: left.amount, right: right.amount, steps }}
      title={texts.results.bridge(left.title, right.title)}
      description={told.join('; ')}
    />
  );
}
