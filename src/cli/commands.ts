import { Unusable, defect, describeCall, refusal } from './call';
import type { Call, Outcome, Tell } from './call';

/** Loads the command of a call and runs it. What is not needed is not loaded. */
async function dispatch(call: Call, stdin: Uint8Array, tell: Tell): Promise<Outcome> {
  switch (call.command) {
    case 'schema':
      return (await import('./commands/schema')).schema(call);
    case 'check':
      return (await import('./commands/check')).check(call, stdin);
    case 'fix':
      return (await import('./commands/fix')).fix(call, stdin);
    case 'format':
      return (await import('./commands/format')).format(call, stdin);
    case 'simulate':
      return (await import('./commands/simulate')).simulate(call, stdin);
    case 'test':
      return (await import('./commands/test')).test(call, stdin);
    case 'verify':
      return (await import('./commands/verify')).verify(call, stdin, tell);
    case 'graph':
      return (await import('./commands/graph')).graph(call, stdin);
  }
}

/** Runs a command. The one boundary of the command line: whatever goes wrong becomes one line and a status. */
export async function runCall(call: Call, stdin: Uint8Array, tell: Tell = () => undefined): Promise<Outcome> {
  try {
    return await dispatch(call, stdin, tell);
  } catch (error) {
    return error instanceof Unusable ? refusal(error.message) : defect(error, describeCall(call));
  }
}
