/** A figure that leads to its column in the results, or to the first row there that is meant. */

import { Link } from '@fluentui/react-components';
import { usePane } from '../paneContext';
import { useLinkStyles } from './PlaceLink';

export interface ColumnLinkProps {
  /** By planned names. */
  readonly table: string;
  readonly header: string;
  readonly where?: Readonly<Record<string, string>>;
  /** For readers who hear the link alone. */
  readonly label: string;
  readonly children: React.ReactNode;
}

export function ColumnLink({ table, header, where, label, children }: ColumnLinkProps) {
  const styles = useLinkStyles();
  const { session } = usePane();
  return (
    <Link as="button" className={styles.root} aria-label={label} onClick={() => void session.showColumn(table, header, where)}>
      {children}
    </Link>
  );
}
