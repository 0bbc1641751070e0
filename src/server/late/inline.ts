import { lateFindings } from '../../analysis';
import type { Finding } from '../../language/finding';
import type { LateService } from './late';

/** Looks for them in this thread, a step at a time, so that whatever else is asked for comes in between. */
export function inlineLate(): LateService {
  return {
    begin: (design) => {
      let isCancelled = false;
      const findings = new Promise<readonly Finding[] | undefined>((resolve, reject) => {
        const work = lateFindings(design, []);
        const step = (): void => {
          if (isCancelled) {
            resolve(undefined);
            return;
          }
          try {
            const next = work.next();
            if (next.done) resolve(next.value);
            else setTimeout(step);
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        };
        setTimeout(step);
      });
      return {
        findings,
        cancel: () => {
          isCancelled = true;
        },
      };
    },
    dispose: () => undefined,
  };
}
