/** Sizes, visibility and styles of rows or columns, kept as runs of equal lines. */

export interface Line {
  /** Points or characters; null is the standard. */
  readonly size: number | null;
  readonly hidden: boolean;
  /** Hidden by a filter; such a line is also hidden. */
  readonly filtered: boolean;
  /** Style index + 1; 0 for none. */
  readonly style: number;
  /** How many groups of the outline it is in, up to seven. */
  readonly level: number;
}

export const PLAIN_LINE: Line = { size: null, hidden: false, filtered: false, style: 0, level: 0 };

const isSame = (one: Line, other: Line): boolean =>
  one.size === other.size &&
  one.hidden === other.hidden &&
  one.filtered === other.filtered &&
  one.style === other.style &&
  one.level === other.level;

export interface LineRun {
  readonly from: number;
  readonly to: number;
  readonly line: Line;
}

/** Rows or columns as they were. */
export interface KeptLines {
  readonly starts: readonly number[];
  readonly lines: readonly Line[];
}

export class LineRuns {
  /** `starts[i]` is where `lines[i]` begins; it holds up to the next start. */
  private starts: number[] = [0];
  private lines: Line[] = [PLAIN_LINE];

  constructor(private readonly count: number) {}

  at(index: number): Line {
    return this.lines[this.place(index)] ?? PLAIN_LINE;
  }

  change(from: number, to: number, change: (line: Line) => Line): void {
    const first = this.split(from);
    const after = to + 1 < this.count ? this.split(to + 1) : this.starts.length;
    for (let i = first; i < after; i++) this.lines[i] = change(this.lines[i] ?? PLAIN_LINE);
    this.join(Math.max(0, first - 1), Math.min(after, this.starts.length - 1));
  }

  /** Changes each line of a stretch by its number, in one go. */
  changeEach(from: number, to: number, change: (line: Line, index: number) => Line): void {
    const starts: number[] = [];
    const lines: Line[] = [];
    const push = (start: number, line: Line): void => {
      const last = lines[lines.length - 1];
      if (last !== undefined && isSame(last, line)) return;
      starts.push(start);
      lines.push(line);
    };
    this.split(from);
    if (to + 1 < this.count) this.split(to + 1);
    this.starts.forEach((start, i) => {
      const line = this.lines[i] ?? PLAIN_LINE;
      if (start < from || start > to) {
        push(start, line);
        return;
      }
      const end = (this.starts[i + 1] ?? this.count) - 1;
      for (let index = start; index <= end; index++) push(index, change(line, index));
    });
    this.starts = starts;
    this.lines = lines;
  }

  /** Opens lines, which take after the one before them, or takes lines out. */
  shift(at: number, count: number): void {
    const before = at > 0 ? this.at(at - 1) : PLAIN_LINE;
    const opened = { ...before, hidden: false, filtered: false };
    const runs = this.runs();
    this.starts = [0];
    this.lines = [PLAIN_LINE];
    for (const { from, to, line } of runs) {
      if (from < at) this.change(from, Math.min(to, at - 1), () => line);
      const start = Math.max(from, count < 0 ? at - count : at) + count;
      const end = Math.min(to + count, this.count - 1);
      if (start <= end) this.change(start, end, () => line);
    }
    if (count > 0) this.change(at, Math.min(at + count, this.count) - 1, () => opened);
  }

  /** Runs that differ from a plain line. */
  runs(): LineRun[] {
    return this.starts.flatMap((from, i) => {
      const line = this.lines[i] ?? PLAIN_LINE;
      return isSame(line, PLAIN_LINE) ? [] : [{ from, to: (this.starts[i + 1] ?? this.count) - 1, line }];
    });
  }

  /** The runs between two lines, plain ones included. */
  stretches(from: number, to: number): LineRun[] {
    const stretches: LineRun[] = [];
    for (let i = this.place(from); i < this.starts.length && (this.starts[i] ?? 0) <= to; i++) {
      const end = (this.starts[i + 1] ?? this.count) - 1;
      stretches.push({ from: Math.max(from, this.starts[i] ?? 0), to: Math.min(to, end), line: this.lines[i] ?? PLAIN_LINE });
    }
    return stretches;
  }

  keep(): KeptLines {
    return { starts: [...this.starts], lines: [...this.lines] };
  }

  restore({ starts, lines }: KeptLines): void {
    this.starts = [...starts];
    this.lines = [...lines];
  }

  private place(index: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Makes a run begin at `index`; returns its place. */
  private split(index: number): number {
    const place = this.place(index);
    if (this.starts[place] === index) return place;
    this.starts.splice(place + 1, 0, index);
    this.lines.splice(place + 1, 0, this.lines[place] ?? PLAIN_LINE);
    return place + 1;
  }

  private join(first: number, last: number): void {
    for (let i = last; i > first; i--) {
      const line = this.lines[i];
      const before = this.lines[i - 1];
      if (line === undefined || before === undefined || !isSame(line, before)) continue;
      this.starts.splice(i, 1);
      this.lines.splice(i, 1);
    }
  }
}
