/** Why Tillroom cannot start, as a message that says what to do. */
export class StartFailure extends Error {
  constructor(sentence: string, options: { cause?: unknown } = {}) {
    super(sentence, options);
    this.name = 'StartFailure';
  }
}
