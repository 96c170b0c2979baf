/** What was worked out last, by what was asked; the oldest goes where it gets too much to hold. */
export class Recent<T> {
  private readonly known = new Map<string, T>();

  constructor(private readonly most: number) {}

  once(key: string, work: () => T): T {
    const found = this.known.has(key) ? (this.known.get(key) as T) : work();
    this.known.delete(key);
    this.known.set(key, found);
    for (const oldest of this.known.keys()) if (this.known.size > this.most) this.known.delete(oldest);
    return found;
  }
}
