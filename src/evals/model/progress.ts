/** How far a run has come, on standard error: one line that changes on a terminal, a line every tenth elsewhere. */
export interface Progress {
  done(passed: boolean): void;
  end(): void;
}

interface Output {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** @param skipped done before, in the same results file */
export function startProgress(total: number, skipped: number, output: Output, now: () => number): Progress {
  const started = now();
  let [done, passed, told] = [0, 0, 0];
  const line = (): string => {
    const left = total - done;
    const seconds = done === 0 ? 0 : Math.round((((now() - started) / done) * left) / 1000);
    return `${skipped + done}/${skipped + total}, ${passed} of ${done} passed${left > 0 ? `, ${seconds} s left` : ''}`;
  };
  if (skipped > 0) output.write(`${skipped} results are there already; going on with ${total}\n`);
  return {
    done(pass) {
      done += 1;
      if (pass) passed += 1;
      if (output.isTTY) output.write(`\r\x1b[K${line()}`);
      else if (done === total || done * 10 >= (told + 1) * total) {
        told = Math.floor((done * 10) / total);
        output.write(`${line()}\n`);
      }
    },
    end: () => void (output.isTTY && output.write('\n')),
  };
}
