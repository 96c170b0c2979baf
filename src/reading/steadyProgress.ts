/** Tells progress at every hundredth, however many rows there are. */

import type { OnProgress } from '../domain/progress';

export class SteadyProgress {
  private done = 0;
  private next = 0;

  constructor(
    private readonly total: number,
    private readonly onProgress: OnProgress | undefined,
  ) {}

  advance(): void {
    this.done += 1;
    if (this.done < this.next) return;
    this.next = this.done + Math.max(1, Math.floor(this.total / 100));
    // The last hundredth belongs to what is done when all rows are read.
    this.onProgress?.('read', Math.min(0.99, this.done / this.total));
  }

  finish(): void {
    this.onProgress?.('read', 1);
  }
}
