/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const functionNetworkWords = {
  'stage.function-network': 'Network',
  'stage.function-network.title': 'Inside and outside of a private network',
  'stage.function-network.line': 'Without a way out nobody answers',

  'node.database': { neutral: 'Database', aws: 'Database (EC2)' },
  'node.database.what': {
    neutral: 'Has an address in the private network only.',
    aws: 'Has a private address in a subnet of the VPC only.',
  },

  'story.function-network.what': {
    neutral:
      'This function needs two others. The records are a service of the provider, which lies outside of every private network. The database is a machine of your own, and has an address in your private network only.',
    aws: 'This Lambda function needs two others. The records are a DynamoDB table, which lies outside of every VPC. The database is an EC2 instance of your own, and has an address in your VPC only.',
  },
  'story.function-network.inside': {
    neutral:
      'Where nothing else is set, a function stands outside. Here it is put there. It finds no way to the database, and nobody is there to refuse the call: it waits until the function times out after {s} seconds. Only a function that stands in it is connected with the private network.',
    aws: 'Where nothing else is set, a Lambda function stands outside of your VPC. Here it is put there. It finds no way to the database, and nobody is there to refuse the call: it waits until the function times out after {s} seconds. Only a function that stands in it, attached to its subnets, is connected.',
  },
  'story.function-network.inside.scene': {
    neutral: 'Leave it outside',
    aws: 'Leave it outside of the VPC',
  },
  'story.function-network.no-way-out': {
    neutral:
      'In the private network the function finds the database at once. But now it has no way to the records: its interface has no address on the internet, and nothing leads out. Again nobody refuses, each call waits for its time-out, and the waiting is billed.',
    aws: 'Attached to the VPC the function finds the database at once. But now it has no way to DynamoDB: its network interface never gets a public address, and no NAT gateway leads out. Again nobody refuses, each call waits for its time-out, and the waiting is billed.',
  },
  'story.function-network.no-way-out.scene': {
    neutral: 'Put it inside',
    aws: 'Attach it to the VPC',
  },
  'story.function-network.way-out': {
    neutral:
      'A gateway leads out: it stands in a part of the network that has a way to the internet, and both are found. It costs by the hour, whether or not anybody calls, and by what passes. To some services of the provider there is a direct way as well, without any gateway.',
    aws: 'A NAT gateway leads out: it stands in a public subnet, whose route goes to the internet gateway, and both are found. It costs by the hour, whether or not anybody calls, and by the gigabyte. To DynamoDB and S3 there is a gateway endpoint as well, which costs nothing.',
  },
  'story.function-network.way-out.scene': {
    neutral: 'Make a way out',
    aws: 'Add a NAT gateway',
  },
  'story.function-network.then': {
    neutral:
      'In the first years each environment of a large function was given an interface of its own, and small ones shared one by few. Whoever waited for a new environment waited for that too. Today one interface is shared by all of them. It is made once, when the function is made, and a start takes no longer inside than outside.',
    aws: 'In the first years each environment of a large function was given an elastic network interface of its own, and small ones shared one by few. Whoever waited for a cold start waited for that too. Today one is shared for each pair of subnet and security group: made once, with the function, so that a start takes no longer inside than outside.',
  },
  'story.function-network.then.scene': 'Start as in the first years',

  'claim.without-a-way-out-nobody-answers': {
    neutral:
      'Without a way out of the private network, the function finds the database {n} times, and never the records: every caller sees an error.',
    aws: 'Without a NAT gateway, the function finds the database in the VPC {n} times, and never DynamoDB: every caller sees an error.',
  },
  'claim.without-a-way-out-nobody-answers.foil': {
    neutral: 'Where something leads out, both are found, and nobody sees an error.',
    aws: 'With a NAT gateway, both are found, and nobody sees an error.',
  },
  'claim.waiting-for-nobody-is-billed': {
    neutral:
      'Nobody refuses a call that finds no way, and waiting is billed: the function costs {usd} instead of {before}, for nothing.',
    aws: 'Nobody refuses a call that finds no way out of the VPC, and waiting is billed: the Lambda function costs {usd} instead of {before}, for nothing.',
  },
  'claim.waiting-for-nobody-is-billed.foil': 'A call that gives up soon fails as well, but costs a fraction.',
  'claim.then-a-start-waited-for-its-interface': {
    neutral:
      'When each environment of such a function had an interface of its own, the slowest caller in the private network waited {s} instead of {before}.',
    aws: 'When each execution environment of such a function had an elastic network interface of its own, the slowest caller in the VPC waited {s} instead of {before}.',
  },
  'claim.then-a-start-waited-for-its-interface.foil': {
    neutral: 'Outside of the private network it needed no interface.',
    aws: 'Outside of the VPC it needed no network interface.',
  },

  'predict.without-a-way-out-nobody-answers': {
    neutral: 'The function stands in a private network from which nothing leads out. Whom does it reach?',
    aws: 'The Lambda function is attached to private subnets of a VPC, and no NAT gateway leads out. Whom does it reach?',
  },
  'predict.without-a-way-out-nobody-answers.as-before': {
    neutral: 'The database and the records, as before',
    aws: 'The database and DynamoDB, as before',
  },
  'predict.without-a-way-out-nobody-answers.inside-only': 'The database only, and every request fails',
  'predict.without-a-way-out-nobody-answers.nobody': 'Neither of them',
  'predict.waiting-for-nobody-is-billed': {
    neutral: 'Every request fails, because a call finds no way. What does the function cost?',
    aws: 'Every request fails, because a call to DynamoDB finds no way out of the VPC. What does the Lambda function cost?',
  },
  'predict.waiting-for-nobody-is-billed.less': 'Less than when all goes well',
  'predict.waiting-for-nobody-is-billed.few-times': 'As much, or a few times as much',
  'predict.waiting-for-nobody-is-billed.many-times': 'Many times as much',
  'predict.then-a-start-waited-for-its-interface': {
    neutral: 'Each new environment is given a network interface of its own. How long does the slowest caller wait?',
    aws: 'Each new execution environment is given an elastic network interface of its own. How long does the slowest caller wait?',
  },
  'predict.then-a-start-waited-for-its-interface.same': 'As long as with a shared one',
  'predict.then-a-start-waited-for-its-interface.twice': 'About twice as long',
  'predict.then-a-start-waited-for-its-interface.many-times': 'Many times as long',

  'omitted.function-network': {
    neutral:
      'That an interface is made when the function is made takes minutes, in which the function cannot be called; and one that was idle for weeks is taken back. Not shown: the direct way to some services, firewalls, several subnets, the limit of connections, and what the gateway costs, which is not in the bill.',
    aws: 'That Hyperplane interfaces are made when the function is made takes minutes, in which it is Pending; and those that were idle for weeks are reclaimed. Not shown: VPC endpoints, security groups, several subnets, the 65,000 connections of an interface, and what the NAT gateway costs, which is not in the bill.',
  },

  'lab.network.where': 'Where the function stands',
  'lab.network.where.no': 'Outside (public)',
  'lab.network.where.with-way-out': 'Inside, with a way out',
  'lab.network.where.without-way-out': 'Inside, no way out',
  'lab.network.when': 'Interfaces',
  'lab.network.when.shared': 'Now: one, shared',
  'lab.network.when.per-environment': 'Then: one each',
  'lab.network.when.shared.short': 'shared by all',
  'lab.network.fromStart': 'Both apply from the start of the run.',
  'lab.network.map': {
    neutral: 'Map of the private network and of what lies outside',
    aws: 'Map of the VPC and of what lies outside',
  },
  'lab.network.outside': 'Outside: provider, internet',
  'lab.network.private': { neutral: 'Private network', aws: 'VPC' },
  'lab.network.subnet': 'Private subnet',
  'lab.network.publicSubnet': 'Public subnet',
  'lab.network.gate': { neutral: 'Way to the internet', aws: 'Internet gateway' },
  'lab.network.gateway': { neutral: 'Gateway out', aws: 'NAT gateway' },
  'lab.network.noGateway': { neutral: 'No gateway out', aws: 'No NAT gateway' },
  'lab.network.shared': { neutral: 'one shared interface', aws: 'one shared interface (Hyperplane)' },
  'lab.network.interfaces': '{n} {n|interface|interfaces}',
  'lab.network.environments': '{n} {n|environment|environments}',
  'lab.network.attaching': '{n} being attached',
  'lab.network.noInterface': 'no interface of yours',
  'lab.network.through': '{n} got through',
  'lab.network.stuck': '{n} found no way',
  'lab.network.waitingNow': '{n} waiting now',
  'lab.network.waited': 'A call that found no way waited for {typical} (median of {n}), {most} at the longest.',
  'lab.network.noneWaited': 'No call has found its way barred so far.',
  'lab.network.spoken':
    'The function stands {where}. Calls to {inside}: {insideThrough} got through, {insideStuck} found no way. Calls to {outside}: {outsideThrough} got through, {outsideStuck} found no way. {interfaces}.',
  'lab.network.spoken.no': {
    neutral: 'outside of the private network',
    aws: 'outside of the VPC',
  },
  'lab.network.spoken.with-way-out': {
    neutral: 'in a private subnet; the gateway in the public subnet is its way out',
    aws: 'in a private subnet; the NAT gateway in the public subnet is its way out',
  },
  'lab.network.spoken.without-way-out': 'in a private subnet, without a way out',

  'lab.network.starts': 'Starts of environments so far',
  'lab.network.starts.none': 'No environment has started yet.',
  'lab.network.starts.measured':
    'Measured in this run, the newest {n}. The package is {package}, worked out from its size; what is left until the start is the interface.',
  'lab.network.start.package': 'Package',
  'lab.network.start.interface': 'Interface',
  'lab.network.start.init': 'Runtime and program',
  'lab.network.start.row':
    'Environment {id} at {at}: package {package}, interface {interface}, runtime and program {init}, in all {all}',
  'lab.network.start.name': 'No. {id}',
  'lab.network.start.open': 'still starting',
  'lab.network.start.ofWhich': '({s} interface)',

  'lab.network.compare': 'Then and now',
  'lab.network.compare.what':
    'The same requests, run in the background: outside, inside as it is now, and inside as it was then.',
  'lab.network.compare.run': 'Run the three',
  'lab.network.compare.again': 'The settings have changed since: run them again.',
  'lab.network.compare.setting': 'Setting',
  'lab.network.compare.cold': 'Cold starts',
  'lab.network.compare.p50': 'Start, median',
  'lab.network.compare.p99': 'Start, p99',
  'lab.network.compare.peak': 'At work, at most',
  'lab.network.compare.interfaces': 'Interfaces at the peak',
  'lab.network.compare.slowest': 'Slowest answer',
  'lab.network.compare.public': 'Outside',
  'lab.network.compare.now': 'Inside, now',
  'lab.network.compare.before': 'Inside, then',
  'lab.network.compare.formula': {
    neutral:
      'Times and environments are measured. Interfaces are worked out: now one for each part of the network and set of rules, here one; then, as was documented, environments at the peak × memory in GB / 3, rounded up. Outside, the database is given a public address, so that all three do the same work.',
    aws: 'Times and environments are measured. Interfaces are worked out: now one for each pair of subnet and security group, here one; then, as was documented, peak concurrency × memory in GB / 3, rounded up. Outside, the database is given a public address, so that all three do the same work.',
  },
  'lab.network.price': {
    neutral:
      'A gateway out costs {hour} an hour and {gb} a GB at list prices, for as long as it stands: {run} for the {length} of this run, however little passes. One serves the whole network. It is not in the bill.',
    aws: 'A NAT gateway costs {hour} an hour and {gb} a GB at list prices, for as long as it stands: {run} for the {length} of this run, however little passes. One serves the whole VPC. It is not in the bill.',
  },
  'lab.network.ownRuns':
    'Each environment is drawn with an interface of its own, and waits for it, as those of the largest functions did then. Smaller ones than {memory} could share one, so that fewer were made; the formula counts that.',
} as const satisfies Words;
