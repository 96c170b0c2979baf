/** A gap as a bridge from one measure to the other, a bar for each class. Its figures stand beside it as text. */

import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { classColour } from '../classColours';
import { usePane } from '../paneContext';
import type { Digest } from '../ports';
import { texts } from '../texts';
import { bridgeShape } from './explain/bridgeShape';

const useStyles = makeStyles({
  picture: { display: 'block', height: '56px', maxWidth: '480px', width: '100%', forcedColorAdjust: 'none' },
  end: { fill: tokens.colorNeutralForeground3, '@media (forced-colors: active)': { fill: 'CanvasText' } },
  // The classes' own colours are light: an outline tells them from the ground.
  step: { stroke: tokens.colorNeutralForeground3, '@media (forced-colors: active)': { stroke: 'CanvasText' } },
  rule: { stroke: tokens.colorNeutralStroke1, '@media (forced-colors: active)': { stroke: 'CanvasText' } },
});

const [WIDTH, HEIGHT, SPACE] = [320, 56, 6];

export interface GapPictureProps {
  readonly gap: Digest['gaps'][number];
  /** Minor units. */
  readonly left: { readonly title: string; readonly amount: number };
  readonly right: { readonly title: string; readonly amount: number };
  readonly currency: string;
}

export function GapPicture({ gap, left, right, currency }: GapPictureProps) {
  const styles = useStyles();
  const { format } = usePane();
  const id = useId();
  const steps = gap.byClass.filter(({ net }) => net !== 0).map(({ reasonClass, net }) => ({ reasonClass, change: -net }));
  const { bars, zero } = bridgeShape({ left, right, steps });
  const width = WIDTH / bars.length;
  const told = [
    `${left.title} ${format.amount(left.amount, currency)}`,
    ...steps.map(({ reasonClass, change }) => `${texts.engine(reasonClass)} ${format.amount(change, currency)}`),
    `${right.title} ${format.amount(right.amount, currency)}`,
  ];
  return (
    <svg
      role="img"
      className={styles.picture}
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      preserveAspectRatio="none"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>{texts.results.bridge(left.title, right.title)}</title>
      <desc id={`${id}-desc`}>{told.join('; ')}</desc>
      <line className={styles.rule} x1={0} x2={WIDTH} y1={zero * HEIGHT} y2={zero * HEIGHT} vectorEffect="non-scaling-stroke" />
      {bars.map(({ reasonClass, top, height }, at) => (
        <rect
          key={at}
          className={reasonClass === null ? styles.end : styles.step}
          x={at * width + SPACE / 2}
          y={top * HEIGHT}
          width={Math.max(1, width - SPACE)}
          height={height * HEIGHT}
          fill={reasonClass === null ? undefined : classColour(reasonClass)}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}
