import type { ComponentChildren, VNode } from 'preact';
import type { Moment } from '../src/protocol/panel';
import { clock } from './clock';
import { IconButton, LinkButton } from './ui/controls';
import { Icon, type IconName } from './ui/icons';

interface BarProps {
  readonly icon: IconName;
  readonly children: ComponentChildren;
  readonly actions: ComponentChildren;
}

/** A sentence above the picture and what can be done about it. */
function Bar({ icon, children, actions }: BarProps): VNode {
  return (
    <div class="message" role="status">
      <Icon name={icon} />
      <span>{children}</span>
      <span class="space" />
      {actions}
    </div>
  );
}

interface UnreadableProps {
  /** From 0, as the protocol counts. */
  readonly line: number;
  /** What is wrong there. */
  readonly message: string;
  readonly onGo: () => void;
}

/** The text cannot be read: the last good picture stays, at full strength. */
export function UnreadableBar({ line, message, onGo }: UnreadableProps): VNode {
  const shown = line + 1;
  return (
    <Bar icon="warning" actions={<LinkButton onClick={onGo}>{`Go to line ${shown}`}</LinkButton>}>
      {`Line ${shown} cannot be read. This is the picture from before. ${message}`}
    </Bar>
  );
}

interface FailedProps {
  /** Why. */
  readonly message: string;
  readonly onRetry: () => void;
  readonly onLog: () => void;
}

/** Something went wrong that is not the reader's doing. */
export function FailedBar({ message, onRetry, onLog }: FailedProps): VNode {
  const actions = (
    <>
      <LinkButton onClick={onRetry}>Try again</LinkButton>
      <LinkButton onClick={onLog}>Show log</LinkButton>
    </>
  );
  return (
    <Bar icon="error" actions={actions}>
      {`The picture could not be drawn: ${message}`}
    </Bar>
  );
}

interface NoMatchProps {
  readonly query: string;
  readonly onClear: () => void;
}

/** The search found nothing. */
export function NoMatchBar({ query, onClear }: NoMatchProps): VNode {
  return (
    <Bar icon="find" actions={<LinkButton onClick={onClear}>Clear</LinkButton>}>
      {`No match for “${query}”.`}
    </Bar>
  );
}

interface MomentStripProps {
  readonly moment: Moment;
  readonly onBack: () => void;
  readonly onStep: () => void;
}

/** The moment of the simulation that the picture shows, and the way to the next and the last. */
export function MomentStrip({ moment, onBack, onStep }: MomentStripProps): VNode {
  const { scenario, step, steps, time_ms: time, text } = moment;
  return (
    <div class="moment" role="group" aria-label={`Simulation: ${scenario}`}>
      <h2>{scenario}</h2>
      <IconButton title="Step back" disabled={step <= 0} onClick={onBack}>
        <Icon name="stepBack" />
      </IconButton>
      <IconButton title="Step" disabled={step >= steps} onClick={onStep}>
        <Icon name="step" />
      </IconButton>
      <span class="separator" />
      <b class="time">{clock(time)}</b>
      <span class="subtitle">{`step ${step} of ${steps}`}</span>
      <span class="separator" />
      <span class="sentence" role="status">
        {text}
      </span>
    </div>
  );
}
