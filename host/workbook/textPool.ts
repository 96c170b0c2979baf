/** Texts that come again and again, kept once: few of the cells of a column of words need a string of their own. */
export class TextPool {
  private readonly texts = new Map<string, string>();

  /** An equal text that stands already somewhere, or this one. */
  share(text: string): string {
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    // Let go now and then: what is no longer in any cell is not to be held here.
    if (this.texts.size >= MOST) this.texts.clear();
    this.texts.set(text, text);
    return text;
  }
}

const MOST = 1 << 15;
