import type { VNode } from 'preact';
import type { ViewName } from '../src/diagram/scene';
import { Button } from './ui/controls';
import { Icon } from './ui/icons';

const advice: Readonly<Record<ViewName, string>> = {
  dependencies: 'Declare a group or a virtual machine.',
  storage: 'Declare a node or a disk.',
  placement: 'Declare a node.',
};

interface EmptyProps {
  readonly view: ViewName;
  readonly onNewDesign: () => void;
}

/** A design in which there is nothing for this view. */
export function Empty({ view, onNewDesign }: EmptyProps): VNode {
  return (
    <div class="empty">
      <Icon name="group" size={32} />
      <h2>Nothing to draw yet</h2>
      <p>{advice[view]}</p>
      <Button primary onClick={onNewDesign}>
        New Design…
      </Button>
    </div>
  );
}
