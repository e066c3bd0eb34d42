import { execFile } from 'node:child_process';

/** How a program of the system's ended. None of it is an exception: a till without a printer goes on. */
export type ProgramEnd =
  | { readonly kind: 'ended'; readonly ok: boolean; readonly said: string; readonly complained: string }
  /** It took too long, or said too much, and was ended; what it had done by then is not known. */
  | { readonly kind: 'brokenOff' }
  /** There is no such program on this computer. */
  | { readonly kind: 'absent' };

export interface ProgramCall {
  readonly program: string;
  readonly args: readonly string[];
  /** What it reads from its standard input; nothing if absent. */
  readonly input?: Uint8Array;
  /** Answers in English, to be read by a program; otherwise in the system's language, for people. */
  readonly forReading: boolean;
  readonly limitMs: number;
}
export type RunProgram = (call: ProgramCall) => Promise<ProgramEnd>;

/** A long queue of jobs fits into it many times over. */
const MAX_OUTPUT_BYTES = 1_000_000;

/** Starts a program without a shell, so that no name of a printer can be read as anything else. Never rejects. */
export const runProgram: RunProgram = ({ program, args, input, forReading, limitMs }) =>
  new Promise((resolve) => {
    const env = forReading ? { ...process.env, LC_ALL: 'C.UTF-8' } : process.env;
    const options = { env, timeout: limitMs, maxBuffer: MAX_OUTPUT_BYTES, windowsHide: true };
    const child = execFile(program, args, options, (error, said, complained) => {
      if (error?.code === 'ENOENT') resolve({ kind: 'absent' });
      else if (error?.killed === true || error?.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') resolve({ kind: 'brokenOff' });
      else resolve({ kind: 'ended', ok: error === null, said, complained: complained.trim() || (error?.message ?? '') });
    });
    // A program that ends before it has read everything says why by itself.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
