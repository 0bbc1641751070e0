import type { Run } from '../../simulation';
import { sayDuration } from '../../simulation';
import type { Outage, TraceEvent } from '../../simulation/trace';

function eventLines(events: readonly TraceEvent[]): readonly string[] {
  const times = events.map(({ time_ms }) => sayDuration(time_ms));
  const timeWidth = times.reduce((most, time) => Math.max(most, time.length), 0);
  const idWidth = String(events.at(-1)?.id ?? 0).length;
  return events.map(({ id, cause, text }, index) => {
    const because = cause === null ? '' : `  (because of ${cause})`;
    return `${(times[index] ?? '').padStart(timeWidth)}  ${String(id).padStart(idWidth)}  ${text}${because}`;
  });
}

function outageLine({ subject, from_ms, to_ms }: Outage): string {
  const name = `${subject.kind.replaceAll('_', ' ')} ${subject.name}`;
  if (to_ms === null) return `  ${name}: from ${sayDuration(from_ms)} to the end`;
  return `  ${name}: ${sayDuration(to_ms - from_ms)}, from ${sayDuration(from_ms)} to ${sayDuration(to_ms)}`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

/** A run for people: the time line, each line with its number and the number of its cause; outages; what was expected. */
export function runText(run: Run): string {
  const { input, events, outages, verdicts, waiting, end_ms, bounded } = run;
  const verdictLines = verdicts.map(
    ({ passed, text, detail }) => `  ${passed ? 'held' : 'FAILED'}: ${text} (${detail})`,
  );
  return [
    input.scenario,
    ...eventLines(events),
    `${sayDuration(end_ms)}: ${bounded ? 'cut off, too many events' : 'the run ends'}.`,
    ...section('Outages:', outages.map(outageLine)),
    ...section(
      'Goes on for ever:',
      waiting.map((text) => `  ${text}`),
    ),
    ...section('Expected:', verdictLines),
    '',
  ].join('\n');
}
