/** A bridge from one measure to the other, a bar for each step. Its figures stand beside it as text. */

import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { bridgeShape } from '../bridgeShape';
import type { Bridge } from '../bridgeShape';
import { classColour } from '../classColours';

const useStyles = makeStyles({
  picture: { display: 'block', height: '64px', maxWidth: '480px', width: '100%', forcedColorAdjust: 'none' },
  end: { fill: tokens.colorNeutralForeground3, '@media (forced-colors: active)': { fill: 'CanvasText' } },
  // The classes' own colours are light: an outline tells them from the ground.
  step: { stroke: tokens.colorNeutralForeground3, '@media (forced-colors: active)': { stroke: 'CanvasText' } },
  rule: { stroke: tokens.colorNeutralStroke1, '@media (forced-colors: active)': { stroke: 'CanvasText' } },
});

const [WIDTH, HEIGHT, SPACE] = [320, 64, 6];

export interface BridgePictureProps {
  readonly bridge: Bridge;
  readonly title: string;
  readonly description: string;
}

export function BridgePicture({ bridge, title, description }: BridgePictureProps) {
  const styles = useStyles();
  const id = useId();
  const { bars, zero } = bridgeShape(bridge);
  const width = WIDTH / bars.length;
  return (
    <svg
      role="img"
      className={styles.picture}
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      preserveAspectRatio="none"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <line className={styles.rule} x1={0} x2={WIDTH} y1={zero * HEIGHT} y2={zero * HEIGHT} vectorEffect="non-scaling-stroke" />
      {bars.map(({ reasonClass, top, height, end }, at) => (
        <g key={at}>
          <rect
            className={reasonClass === null ? styles.end : styles.step}
            x={at * width + SPACE / 2}
            y={top * HEIGHT}
            width={Math.max(1, width - SPACE)}
            height={height * HEIGHT}
            fill={reasonClass === null ? undefined : classColour(reasonClass)}
            vectorEffect="non-scaling-stroke"
          />
          {at === bars.length - 1 ? null : (
            <line
              className={styles.rule}
              x1={at * width + SPACE / 2}
              x2={(at + 2) * width - SPACE / 2}
              y1={end * HEIGHT}
              y2={end * HEIGHT}
              strokeDasharray="2 2"
              vectorEffect="non-scaling-stroke"
            />
          )}
        </g>
      ))}
    </svg>
  );
}
