/** Who writes in this session. */
export interface Author {
  readonly name: string;
  readonly email: string;
}
