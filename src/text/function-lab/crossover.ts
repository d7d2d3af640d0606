/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const functionCrossoverWords = {
  'stage.function-crossover': 'Functions or instances',
  'stage.function-crossover.title': 'The same work on functions and on instances',
  'stage.function-crossover.line': 'Which costs less depends on the traffic',
  'stage.function-crossover-instances': 'The same on instances',
  'stage.function-crossover-instances.title': 'The same work on instances behind a load balancer',
  'stage.function-crossover-instances.line': 'Paid for by the hour, whether anybody calls or not',
  'form.function-crossover': {
    neutral: 'On functions',
    aws: 'On Lambda',
  },
  'form.function-crossover-instances': {
    neutral: 'On machines',
    aws: 'On EC2',
  },
  'node.balancer': { neutral: 'Load balancer', aws: 'Application Load Balancer' },
  'node.balancer.what': {
    neutral: 'Hands each call to the machine that has least to do.',
    aws: 'Hands each request to the instance that has least to do.',
  },
  'node.servers': { neutral: 'Machines', aws: 'EC2 instances' },
  'node.servers.what': {
    neutral: 'Two machines at least, one in each zone, and more as they fill.',
    aws: 'Two instances at least, one in each Availability Zone, and more as they fill.',
  },

  'story.function-crossover.what': {
    neutral:
      'The same work can be done by functions or by machines. A function is paid for while it runs, and by nothing else. So each call costs as much as the next, however many there are.',
    aws: 'The same work can be done by Lambda functions or by EC2 instances. A function is paid for while it runs, and by nothing else. So each invocation costs as much as the next, however many there are.',
  },
  'story.function-crossover.what.scene': {
    neutral: 'Watch it on functions',
    aws: 'Watch it on Lambda',
  },
  'story.function-crossover.instances': {
    neutral:
      'Here the same calls reach machines behind a load balancer: two at least, so that one may be lost. They are paid for by the hour, whether anybody calls or not. The more calls share them, the less each one costs.',
    aws: 'Here the same calls reach EC2 instances behind an Application Load Balancer: two at least, so that one may be lost. They are paid for by the hour, whether anybody calls or not. The more calls share them, the less each one costs.',
  },
  'story.function-crossover.instances.scene': {
    neutral: 'Watch it on machines',
    aws: 'Watch it on EC2',
  },
  'story.function-crossover.quiet': {
    neutral:
      'At night hardly anybody calls. Functions then cost hardly anything, and the machines as much as by day. What idles has to be paid by the few calls that come.',
    aws: 'At night hardly anybody calls. Lambda then costs hardly anything, and the EC2 instances as much as by day. What idles has to be paid by the few requests that come.',
  },
  'story.function-crossover.quiet.scene': {
    neutral: 'Make it quiet on functions',
    aws: 'Make it quiet on Lambda',
  },
  'story.function-crossover.busy': {
    neutral:
      'With many calls all the time the machines are well used, and each call costs little there. On functions it costs what it always did. Somewhere in between both cost the same: that is the crossover, and the work decides where it lies.',
    aws: 'With many requests all the time the EC2 instances are well used, and each request costs little there. On Lambda it costs what it always did. Somewhere in between both cost the same: that is the crossover, and the work decides where it lies.',
  },
  'story.function-crossover.busy.scene': {
    neutral: 'Make it busy on machines',
    aws: 'Make it busy on EC2',
  },

  'claim.the-rare-call-is-cheaper-on-functions': {
    neutral:
      'Rare calls are cheaper on functions: a call every ten seconds costs {usd} an hour there, and {one} on two machines that were run beside them.',
    aws: 'Rare requests are cheaper on Lambda: one every ten seconds costs {usd} an hour there, and {one} on two EC2 instances that were run beside it.',
  },
  'claim.the-rare-call-is-cheaper-on-functions.foil': {
    neutral: 'With forty calls a second the machines are busy, and the functions cost more.',
    aws: 'With forty requests a second the EC2 instances are busy, and Lambda costs more.',
  },
  'claim.machines-idle-at-a-price': {
    neutral: 'Machines are paid for while nobody calls: an hour costs {usd}, on functions {one}.',
    aws: 'EC2 instances and their load balancer are paid for while nobody calls: an hour costs {usd}, on Lambda {one}.',
  },
  'claim.machines-idle-at-a-price.foil': {
    neutral: 'Functions without calls cost nothing, and nothing is dearer than that.',
    aws: 'Lambda without invocations costs nothing, and nothing is dearer than that.',
  },

  'predict.the-rare-call-is-cheaper-on-functions': {
    neutral:
      'Somebody calls every ten seconds. The same work is done by functions, or by two machines behind a load balancer. What do functions cost beside machines?',
    aws: 'A request comes every ten seconds. The same work is done by Lambda, or by two EC2 instances behind an Application Load Balancer. What does Lambda cost beside them?',
  },
  'predict.the-rare-call-is-cheaper-on-functions.hundredth': 'Less than a tenth',
  'predict.the-rare-call-is-cheaper-on-functions.less': 'Less, but more than a tenth',
  'predict.the-rare-call-is-cheaper-on-functions.more': 'As much, or more',
  'predict.machines-idle-at-a-price': {
    neutral: 'For an hour nobody calls at all. What is paid for the two machines and their load balancer?',
    aws: 'For an hour nobody calls at all. What is paid for the two EC2 instances and their Application Load Balancer?',
  },
  'predict.machines-idle-at-a-price.nothing': 'Nothing',
  'predict.machines-idle-at-a-price.little': 'Ten cents or less',
  'predict.machines-idle-at-a-price.much': 'More than ten cents',

  'omitted.function-crossover': {
    neutral:
      'People: who looks after machines, and what that costs. Machines that are reserved for years or taken from what others leave, which cost less; the free tier; what logs, networks and taxes cost. Calls on one machine do not slow one another down as long as there is a slot.',
    aws: 'People: who looks after instances, and what that costs. Savings Plans and Spot, which cost less; the free tier; what logs, networks and taxes cost. Requests on one instance do not slow one another down as long as there is a slot.',
  },

  'lab.function-crossover.controls': 'The work, and the function',
  'lab.function-crossover.seconds': 'Work of a call',
  'lab.function-crossover.seconds.help': {
    neutral: 'On 2 vCPU, as each of the machines has.',
    aws: 'On 2 vCPU, as each of the EC2 instances has.',
  },
  'lab.function-crossover.share': 'Share of the work that is computing',
  'lab.function-crossover.share.help': {
    neutral: 'A machine takes more calls at once the more they wait.',
    aws: 'An instance takes more requests at once the more they wait.',
  },
  'lab.function-crossover.vcpu': 'With it the function has {vcpu} vCPU.',
  'lab.function-crossover.other': 'The run on screen does other work than this.',
  'lab.function-crossover.give': 'Give it this work',
  'lab.function-crossover.sideBySide': 'See both side by side at {rate} a second',
  'lab.function-crossover.amount': 'What is drawn',
  'lab.function-crossover.amount.million': 'per million calls',
  'lab.function-crossover.amount.hour': 'per hour',
  'lab.function-crossover.chart.million':
    'Cost of a million calls against calls per second, both on logarithmic scales',
  'lab.function-crossover.chart.hour': 'Cost of an hour against calls per second, both on logarithmic scales',
  'lab.function-crossover.axis.x': 'calls per second',
  'lab.function-crossover.axis.million': 'US dollars per million calls',
  'lab.function-crossover.axis.hour': 'US dollars per hour',
  'lab.function-crossover.point.million': '{name}, {rate} calls per second: {usd} for a million',
  'lab.function-crossover.point.hour': '{name}, {rate} calls per second: {usd} an hour',
  'lab.function-crossover.point.cannot': '{name}, {rate} calls per second: cannot, whatever the size',
  'lab.function-crossover.read': '{name}, {rate} calls per second: {million} for a million calls, {hour} an hour',
  'lab.function-crossover.machines': {
    neutral: '{n} {n|machine|machines} on average.',
    aws: '{n} {n|instance|instances} on average.',
  },
  'lab.function-crossover.took': '95 of 100 calls are done within {time}, of {started} that were run.',
  'lab.function-crossover.line.function-crossover': {
    neutral: 'Functions',
    aws: 'Lambda',
  },
  'lab.function-crossover.line.function-crossover-instances': {
    neutral: 'Machines',
    aws: 'EC2 instances',
  },
  'lab.function-crossover.name.function-crossover': {
    neutral: 'functions',
    aws: 'Lambda functions',
  },
  'lab.function-crossover.name.function-crossover-instances': {
    neutral: 'machines',
    aws: 'EC2 instances',
  },
  'lab.function-crossover.crossing':
    'Below about {rate} calls a second {below} are cheaper, above it {above}. There an hour costs {hour} on either, and a million calls {million}.',
  'lab.function-crossover.soFar': 'So far: where they cross is looked at more closely once all points are run.',
  'lab.function-crossover.none.yet': 'Where they cross is not known yet.',
  'lab.function-crossover.none': 'From {from} to {to} calls a second {name} are cheaper throughout.',
  'lab.function-crossover.legend':
    'Each mark is a run of the same calls; lines lead from mark to mark, and where they cross both were run once more.',
  'lab.function-crossover.idle': 'With nobody calling',
  'lab.function-crossover.idle.what':
    'A month of {hours} hours without a single call: a day was run, and taken as many times.',
  'lab.function-crossover.tried': 'Where it crosses with other work',
  'lab.function-crossover.tried.one': '{seconds}, {share} computing, {memory}: {rates} /s',
  'lab.function-crossover.how': {
    neutral:
      'All points are measured, with the parameters that real services come with; the number of machines follows the traffic, until fewer than one call in a hundred fails. A machine has as many calls at once as its share of computing allows. Stored data and the free tier are not counted.',
    aws: 'All points are measured, with the parameters that real services come with; the number of EC2 instances follows the traffic, until fewer than one call in a hundred fails. An instance has as many calls at once as its share of computing allows. Stored data and the free tier are not counted.',
  },
} as const satisfies Words;
