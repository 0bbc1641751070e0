import type { Run } from '../simulation/run';
import type { Outage, TraceEvent } from '../simulation/trace';
import { sayDuration, sayState } from '../simulation/words';

/** One line of the debug console. */
export interface ConsoleLine {
  readonly text: string;
  readonly category: 'stdout' | 'console' | 'stderr';
  readonly event?: TraceEvent;
}

/** An event as one line: when and what. */
export function eventLine(event: TraceEvent): ConsoleLine {
  return { text: `${sayDuration(event.time_ms)}  ${event.text}`, category: 'stdout', event };
}

function outageLine({ subject, from_ms, to_ms }: Outage): ConsoleLine {
  const kind = sayState(subject.kind);
  const who = `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${subject.name}`;
  if (to_ms === null) return { text: `${who} is out from ${sayDuration(from_ms)} on.`, category: 'stderr' };
  return { text: `${who} was out for ${sayDuration(to_ms - from_ms)}.`, category: 'console' };
}

/** What there is to say when a run is over: outages, expectations, and whether the run was cut off. */
export function closingLines(run: Run): readonly ConsoleLine[] {
  const passed = run.verdicts.filter((verdict) => verdict.passed).length;
  return [
    { text: `End of the run at ${sayDuration(run.end_ms)}.`, category: 'console' },
    ...run.outages.map(outageLine),
    ...run.verdicts.map(({ text, passed: held, detail }): ConsoleLine => ({
      text: `${held ? 'passed' : 'failed'}: ${text} (${detail})`,
      category: held ? 'console' : 'stderr',
    })),
    ...(run.verdicts.length > 0
      ? [{ text: `${passed} of ${run.verdicts.length} expectations passed.`, category: 'console' } as const]
      : []),
    ...run.waiting.map((text): ConsoleLine => ({ text: `Goes on for ever: ${text}`, category: 'console' })),
    ...(run.bounded
      ? [{ text: 'The run was cut off: it has more events than can be kept.', category: 'stderr' } as const]
      : []),
  ];
}
