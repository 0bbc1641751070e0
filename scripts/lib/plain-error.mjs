/** A failure that the person in front of the screen can act on: shown as its message alone, without a stack. */
export class PlainError extends Error {}
