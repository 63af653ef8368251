/** Expected trouble as a value: a code for programs, a sentence for people, and what to do next. Never holds a secret. */

export type Problem = {
  /** kebab-case, stable: "not-a-feed". */
  readonly code: string;
  /** One sentence that says what was seen. */
  readonly message: string;
  /** One sentence that says what to do next. */
  readonly hint?: string;
};

/** A stop that the user can mend: printed as its message and hint, without a stack; `exitCode` ends the command line. */
export class Failure extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  readonly exitCode: number;

  constructor(problem: Problem, options: { cause?: unknown; exitCode?: number } = {}) {
    super(problem.message, { cause: options.cause });
    this.name = 'Failure';
    this.code = problem.code;
    this.hint = problem.hint;
    this.exitCode = options.exitCode ?? 1;
  }
}
