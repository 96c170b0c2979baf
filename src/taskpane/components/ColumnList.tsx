/** Every column of a source and the field it is read as: the unsure ones first and open, the others a line each. */

import { Accordion, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { SourceInspection } from '../../settings/inspection';
import type { SourceMapping } from '../../settings/mapping';
import { columnStates, inOrderOfDoubt } from '../columnStates';
import { ColumnItem } from './ColumnItem';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    marginInline: `calc(-1 * ${tokens.spacingHorizontalM})`,
    paddingBottom: tokens.spacingVerticalS,
  },
});

export interface ColumnListProps {
  readonly index: number;
  readonly source: SourceInspection;
  readonly mapping: SourceMapping;
}

export function ColumnList({ index, source, mapping }: ColumnListProps) {
  const styles = useStyles();
  const columns = columnStates(source, mapping);
  // As they were when the list was opened: a column does not jump while somebody changes it.
  const [order] = useState(() => inOrderOfDoubt(columns).map(({ column }) => column));
  const [opened] = useState(() => columns.filter(({ isUnsure }) => isUnsure).map(({ column }) => column));
  return (
    <Accordion collapsible multiple defaultOpenItems={opened} className={styles.root}>
      {order.map((at) => {
        const column = columns[at];
        return column === undefined ? null : <ColumnItem key={at} index={index} {...column} />;
      })}
    </Accordion>
  );
}
