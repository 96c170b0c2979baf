/** The frames that lie over the cells: what is selected, the active cell, what was copied, what a formula points at. */

import { isSameArea } from '../workbook/area';
import type { Area } from '../workbook/model';
import { element, place } from './elements';
import type { Box } from './elements';

export interface Marks {
  /** The area selected last stands first. */
  readonly selected: readonly Area[];
  readonly active: Area;
  readonly copied: Area | null;
  readonly pointed: Area | null;
}

/** Pixels of an area within the clip that it is drawn in, and that clip: frozen rows and columns cut what passes under them. */
export interface Framed {
  readonly clip: Box;
  readonly box: Box;
}

/** @param frameOf null for an area that is wholly out of sight */
export function drawFrames({ selected, active, copied, pointed }: Marks, frameOf: (area: Area) => Framed | null): HTMLElement[] {
  const frame = (area: Area, className: string, makes: (box: HTMLElement) => void = () => undefined): HTMLElement[] => {
    const framed = frameOf(area);
    if (framed === null) return [];
    const clip = element('div', 'grid-clip');
    place(clip, framed.clip);
    const box = element('div', className);
    place(box, framed.box);
    makes(box);
    clip.append(box);
    return [clip];
  };
  const [last] = selected;
  const isSeveral = selected.length > 1 || last === undefined || !isSameArea(last, active);
  const marks = selected.flatMap((area, i) => {
    const isLast = i === 0;
    const kind = isSeveral ? ' several' : '';
    return frame(area, `grid-selection${kind}${isLast ? '' : ' besides'}`, (box) => {
      if (isLast && selected.length === 1) box.append(element('div', 'fill-handle'));
    });
  });
  return [
    ...marks,
    ...(isSeveral ? frame(active, 'grid-active') : []),
    ...(copied === null ? [] : frame(copied, 'grid-copied')),
    ...(pointed === null ? [] : frame(pointed, 'grid-pointed')),
  ];
}
