/** The same texts in any language: every key, every parameter, any words. */
export type Wording<T> = T extends (...args: infer Args) => infer Said
  ? (...args: Args) => Wording<Said>
  : T extends string
    ? string
    : { readonly [Key in keyof T]: Wording<T[Key]> };
