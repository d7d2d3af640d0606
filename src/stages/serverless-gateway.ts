/**
 * users → gateway-upload → upload-function → bucket → bus → …, and from there on as in the form without a gateway
 *
 * People ask at a door first: the gateway turns away who comes too fast, and a function looks at each request. So there is
 * a place to ask who somebody is, and how much they may upload; and somebody waits for a cold start. Putting the master
 * straight into the bucket saves both.
 *
 * No master passes through the gateway: a request there may have 10 MB and take 29 s (Amazon API Gateway), one to the
 * function 6 MB (AWS Lambda), and a master has hundreds. The real thing hands out a signed address, under which the
 * person puts the master into the bucket within the next minutes. That way of the master is drawn here as a put of the
 * function which allowed it; the gateway is billed for one small request, and the models check no size. What is left out:
 * the function is gone by the time the master comes.
 */
import type { TopologyNode } from '../models/topology.ts';
import { places } from './places.ts';
import { handler, serverless } from './serverless.ts';
import type { Stage } from './stage.ts';
import { admit } from './work.ts';

const [users, ...behind] = serverless.nodes as [TopologyNode, ...TopologyNode[]];
const [, ...linksBehind] = serverless.links;

export const serverlessGateway: Stage = {
  id: 'serverless-gateway',
  rung: 7,
  nodes: [
    users,
    { id: 'gateway-upload', kind: 'gateway', at: places['gateway-upload'] },
    handler('upload-function', admit({ to: 'bucket', operation: 'put', object: 'master' })),
    ...behind,
  ],
  links: [
    { from: 'users', to: 'gateway-upload' },
    { from: 'gateway-upload', to: 'upload-function' },
    { from: 'upload-function', to: 'bucket' },
    ...linksBehind,
  ],
};
