/** A row that no item can be made of. `field` is where: a path in the template, or a field of the feed. */
export class RowFault extends Error {
  override readonly name = 'RowFault';
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}
