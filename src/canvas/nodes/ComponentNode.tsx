/** The node of a component: its face in a box of a known size, with the points where links end. */
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import type { TopologyNode } from '../../models/topology.ts';
import { stages } from '../../stages/catalogue.ts';
import { useRun, useSessionState } from '../../stores/session-context.tsx';
import { isComponentLit } from '../highlight.ts';
import type { ComponentFlowNode } from '../to-flow.ts';
import { faces } from './faces.ts';
import { NodeSigns } from './NodeSigns.tsx';

export const ComponentNode = memo(function ComponentNode({ id, data }: NodeProps<ComponentFlowNode>) {
  const Face = faces[data.kind];
  const { id: run, stage } = useRun();
  // For a moment, as another stage is turned to, the nodes are still those of the stage before.
  const own: TopologyNode | undefined = stages[stage].nodes[data.index];
  const isOfRun = own?.id === id && own.kind === data.kind;
  const isSelected = useSessionState(
    ({ selection }) => selection?.kind === 'component' && selection.run === run && selection.component === id,
  );
  const isLit = useSessionState(({ highlight }) => isComponentLit(highlight, id));
  return (
    <div
      className={`component component--${data.density}${isSelected ? ' is-selected' : ''}${isLit ? ' is-lit' : ''}`}
      data-shape={data.shape}
    >
      {isOfRun && <Face data={data} />}
      {isOfRun && <NodeSigns data={data} />}
      {/* Links have paths of their own; React Flow draws none that does not end at handles. */}
      <Handle className="handle" type="source" position={Position.Right} isConnectable={false} />
      <Handle className="handle" type="target" position={Position.Left} isConnectable={false} />
    </div>
  );
});
