/** The story of this stage in words, and what a reader is asked before its claims are proved. */
import type { Words } from '../words.ts';

export const loadBalancedWords = {
  'story.load-balanced.one-address': {
    neutral:
      'Before each tier stands a load balancer. It has one address, and passes each request on to one of the instances behind it. Whoever calls does not know whether that is one instance or {most}, and need not know.',
    aws: 'Before each tier stands an Application Load Balancer. It has one address, and passes each request on to one of the EC2 instances in its target group. Whoever calls does not know whether that is one instance or {most}, and need not know.',
  },
  'story.load-balanced.one-address.scene': 'Follow the first video',
  'story.load-balanced.zones': {
    neutral:
      'Each tier has at least {instances} instances, spread over {zones} zones. A zone has its own buildings, its own power and its own network. If the lights go out in one, the instances in the other go on.',
    aws: 'Each tier is an Auto Scaling group with at least {instances} instances, spread over {zones} Availability Zones. A zone is one or more data centres with power and network of their own. If the lights go out in one, the instances in the other go on.',
  },
  'story.load-balanced.one-lost': {
    neutral:
      'Every {every} seconds the load balancer asks each instance whether it is well. Whoever fails {checks} of these health checks in a row gets no more requests, and another instance is started in its place. So losing one instance is survived: only what it had in hand fails, and what is sent to it before anybody has noticed.',
    aws: 'Every {every} seconds the load balancer asks each target whether it is well. Whoever fails {checks} of these health checks in a row gets no more requests, and the Auto Scaling group starts another in its place. So losing one instance is survived: only what it had in hand fails, and what is sent to it before anybody has noticed.',
  },
  'story.load-balanced.one-lost.scene': 'Take away one instance',
  'story.load-balanced.wider': {
    neutral:
      'When more people come, processing grows wider: more instances, not a taller one. That is horizontal scaling. Each has to boot first, so help comes a little late; when the people have gone, the instances go too, down to {least}.',
    aws: 'When more people come, processing grows wider: more EC2 instances, not a larger one. That is horizontal scaling; the Auto Scaling group tracks how busy its instances are. Each has to boot first, so help comes a little late; when the people have gone, the instances go too, down to the minimum of {least}.',
  },
  'story.load-balanced.wider.scene': 'Let twice as many people come',
  'story.load-balanced.tier-lost':
    'Now lose all of processing at once, say by a bad new version. The load balancer is there, but nobody behind it can do the work, and every upload fails. Upload, storing and managing are well, and no use to anybody. The tiers are as coupled as before.',
  'story.load-balanced.tier-lost.scene': 'Crash all of processing',
  'story.load-balanced.never-zero':
    'Why not send all of processing home when nobody comes? Because a request wants its answer now. If nobody is there, it fails, and a request that fails is not kept for later. Here nobody is at work, so nobody is ever too busy, and no instance is ever started.',
  'story.load-balanced.never-zero.scene': 'Let processing go to zero',
  'story.load-balanced.night': {
    neutral:
      'So all night long {least} instances of every tier stand idle, with a load balancer before each tier on top of the bill. What if work could wait in a safe place until somebody is there to do it? That is the next stage.',
    aws: 'So all night long the {least} instances of every Auto Scaling group stand idle, with an Application Load Balancer before each tier on top of the bill. What if work could wait in a safe place until somebody is there to do it? That is the next stage.',
  },
  'story.load-balanced.night.scene': 'Show the night',

  'predict.losing-one-is-survived':
    'In the evening one instance of processing goes down; the others stay. Of all the people who come that day, how many see their videos online?',
  'predict.losing-one-is-survived.all': 'Every one of them',
  'predict.losing-one-is-survived.most': 'Nearly all',
  'predict.losing-one-is-survived.fewer': 'Clearly fewer',
  'predict.losing-a-tier-is-not':
    'All instances of processing go down, in both zones. The load balancers and the other tiers stay up. What do people who upload meanwhile see?',
  'predict.losing-a-tier-is-not.error': 'All of them see an error',
  'predict.losing-a-tier-is-not.some': 'Some get through, some see an error',
  'predict.losing-a-tier-is-not.as-ever': 'Upload works as ever; only processing is late',
  'predict.cannot-reach-zero':
    'Processing grows by how busy its instances are. Nobody comes, so it may go down to no instance at all. Then three people upload, one after another. What happens?',
  'predict.cannot-reach-zero.wait': 'The first waits until an instance is there; all are served',
  'predict.cannot-reach-zero.first-fails': 'The first sees an error, the next are served',
  'predict.cannot-reach-zero.error': 'All of them see an error',
  'predict.grows-wider':
    'Twice as many people come as usual, most of them in the evening, and then nobody. Draw how many instances of processing are in service, from the start to the end.',
  'predict.two-of-everything-idle':
    'The monolith is one tall machine. Here there are four load balancers with two smaller machines behind each. Nobody comes at all: what does an hour cost?',
  'predict.two-of-everything-idle.less': 'Less than the monolith',
  'predict.two-of-everything-idle.same': 'The same',
  'predict.two-of-everything-idle.more': 'More than the monolith',
} as const satisfies Words;
