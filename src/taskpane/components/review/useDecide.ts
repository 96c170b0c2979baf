/** How an item of the review hands on what a person decides, signed. */

import { usePane } from '../../paneContext';
import type { Deciding } from '../../reviewing';
import { useSigning } from '../settle/Signing';

export function useDecide(): (deciding: Omit<Deciding, 'by'>) => void {
  const { session } = usePane();
  const { sign } = useSigning();
  return (deciding) => sign((by) => void session.settle.decide({ ...deciding, by }));
}
