/** Words of the bill. */
import type { Words } from './words.ts';

export const costWords = {
  // What is on the bill
  'bill.instances': { neutral: 'Instances', aws: 'EC2 instances' },
  'bill.instance-minimums': {
    neutral: 'Rest of the minute that a start costs at least',
    aws: 'EC2 instances: rest of the 60 s that a start costs at least',
  },
  'bill.minimums':
    'Each start of a machine is paid for a minute at least. Where machines come and go sooner, the rest is idle, though no machine was there: it is left out where a fleet is said to be so much used, and the disks are not paid for it.',
  'bill.disks': { neutral: 'Disks', aws: 'EBS volumes, gp3' },
  'bill.sends': { neutral: 'Messages sent', aws: 'SQS SendMessage' },
  'bill.polls': { neutral: 'Polls that brought work', aws: 'SQS ReceiveMessage with a message' },
  'bill.empty-polls': { neutral: 'Polls that brought nothing', aws: 'SQS ReceiveMessage, empty' },
  'bill.deletes': { neutral: 'Messages deleted', aws: 'SQS DeleteMessage' },
  'bill.puts': { neutral: 'Files put in', aws: 'S3 PUT requests' },
  'bill.gets': { neutral: 'Files taken out', aws: 'S3 GET requests' },
  'bill.storage': 'Storage',
  'bill.writes': { neutral: 'Entries written', aws: 'DynamoDB write request units' },
  'bill.reads': { neutral: 'Entries read', aws: 'DynamoDB read request units' },
  'bill.extensions': { neutral: 'More time for a message', aws: 'SQS ChangeMessageVisibility' },
  'bill.requests': { neutral: 'Requests', aws: 'API Gateway requests' },
  'bill.balancer-hours': { neutral: 'Load balancer, being there', aws: 'Application Load Balancer hours' },
  'bill.capacity-units': { neutral: 'Load balancer, what passes', aws: 'Load balancer capacity units (LCU)' },
  'bill.publishes': { neutral: 'Published', aws: 'SNS Publish' },
  'bill.deliveries': { neutral: 'Copies to queues and functions', aws: 'SNS deliveries to SQS and Lambda' },
  'bill.http-deliveries': { neutral: 'Copies to web addresses', aws: 'SNS deliveries over HTTP' },
  'bill.custom-events': { neutral: 'Events of your own', aws: 'EventBridge custom events' },
  'bill.service-events': { neutral: 'Events of the provider’s services', aws: 'EventBridge events of AWS services' },
  'bill.replayed-events': { neutral: 'Events replayed', aws: 'EventBridge replay' },
  'bill.archiving': { neutral: 'Events put into the archive', aws: 'EventBridge archive processing' },
  'bill.shard-hours': { neutral: 'Lanes, being there', aws: 'Kinesis shard-hours' },
  'bill.appends': { neutral: 'Records appended', aws: 'Kinesis PUT payload units' },
  'bill.invocations': { neutral: 'Calls of the function', aws: 'Lambda requests' },
  'bill.duration': { neutral: 'Running time × memory', aws: 'Lambda duration' },
  'bill.duration-ready': {
    neutral: 'Running time × memory, in environments kept ready',
    aws: 'Lambda duration on provisioned concurrency',
  },
  'bill.kept-ready': { neutral: 'Environments kept ready', aws: 'Lambda provisioned concurrency' },

  // Units of the price book
  'bill.unit.instance-hour': '{n|instance-hour|instance-hours}',
  'bill.unit.GB-month': '{n|GB-month|GB-months}',
  'bill.unit.request': '{n|request|requests}',
  'bill.unit.WRU': '{n|write unit|write units}',
  'bill.unit.RRU': '{n|read unit|read units}',
  'bill.unit.hour or part of an hour': '{n|hour|hours}',
  'bill.unit.LCU-hour': { neutral: '{n|unit-hour|unit-hours}', aws: '{n|LCU-hour|LCU-hours}' },
  'bill.unit.delivery': '{n|delivery|deliveries}',
  'bill.unit.event': '{n|event|events}',
  'bill.unit.GB': 'GB',
  'bill.unit.GB-second': '{n|GB-second|GB-seconds}',
  'bill.unit.shard-hour': { neutral: '{n|lane-hour|lane-hours}', aws: '{n|shard-hour|shard-hours}' },
  'bill.unit.unit': '{n|unit|units}',

  // What the bill leaves out
  'bill.leftOut': 'Left out: {what}.',
  'bill.leftOut.free-allowances': 'free allowances, which are per account and month',
  'bill.leftOut.volume-discounts': 'discounts for very large amounts',
  'bill.leftOut.rounding-of-kept-ready': 'that what is kept ready is billed by periods of five minutes',
  'bill.leftOut.network-traffic': 'traffic over the network',
  'bill.leftOut.logs-and-metrics': 'logs and metrics',
  'bill.leftOut.tax': 'tax',

  // The bill, and prices of one's own
  'bill.price.of': 'Price of {item}, in US dollars per {unit}',
  'bill.price.per': 'per {unit}',
  'bill.price.bad': {
    neutral: '“{value}” cannot be the price of “{item}”: it must be a number from 0 to {most} US dollars.',
    aws: '“{value}” cannot be the price of “{item}” ({id}): it must be a number from 0 to {most} US dollars.',
  },
  'bill.price.own': 'yours',
  'bill.price.back': 'Back to the list price of {usd} for {item}',
  'bill.prices.own': 'With {n} {n|price|prices} of your own',
  'bill.prices.back': 'Back to list prices',
  'bill.prices.how':
    'Every price can be changed in its place. It holds for all bills here until you change it back; the front page and the proofs keep to the list.',
  'bill.unit.many': '{per} {unit}',
  'bill.moment': 'Up to the moment shown',
  'bill.run': 'The whole run of {time}',
  'bill.hour': 'Per hour of it',
  'bill.month': 'Per month',
  'bill.month.what':
    'The month is {hours} hours in which this run is played over and over: its traffic, its faults and its quiet stretches in the same proportion, and what is stored kept no longer than in the run.',
  'bill.split': 'What it was paid for',
  'bill.split.share': '{usd}, {share}',
  'bill.sources': 'Sources of the prices',
  'bill.source.own': 'your own price',
  'bill.source.date': '{date} ({n})',
  'bill.source.undated': 'undated ({n})',
  'bill.source.isUndated': '{title}, undated',

  // Advice on sizes
  'sizing.find': 'Find a better size',
  'sizing.stop': 'Stop looking',
  'sizing.finding': 'Running it with other sizes: {done} of {fleets} {fleets|fleet|fleets} done',
  'sizing.none': 'There are no machines here to size: functions come and go with the work.',
  'sizing.used': '{name}: {share} used, of its slots while in service.',
  'sizing.unused': '{name}: never in service.',
  'sizing.fewer':
    '{n} {n|instance|instances} fewer would have met the same p95 ({after} instead of {before}) and {cost}.',
  'sizing.fewer.minimum':
    'A minimum of {n} instead of {set} would have met the same p95 ({after} instead of {before}) and {cost}.',
  'sizing.fewer.maximum':
    'A maximum of {n} instead of {set} would have met the same p95 ({after} instead of {before}) and {cost}.',
  'sizing.more':
    'With {n} {n|instance|instances} more, {to} of the uploads would have been refused or lost instead of {from}, for {usd} more per hour.',
  'sizing.more.minimum':
    'With a minimum of {n}, {to} of the uploads would have been refused or lost instead of {from}, for {usd} more per hour.',
  'sizing.keep': 'No fewer would have met the same p95.',
  'sizing.notThis': 'Another number here would not have helped those who were refused or lost.',
  'sizing.least': 'It cannot have fewer.',
  'sizing.costsLess': 'cost {usd} less per hour',
  'sizing.costsMore': 'cost {usd} more per hour',
  'sizing.costsSame': 'cost the same',
  'sizing.same':
    'The same p95 is at most {percent} % longer, with no more uploads refused or lost: our choice. Slots at work are fewer than the bill has working: there an instance works while one of its slots does. Each number was found by running this scenario with it, the other fleets as they are.',
  'sizing.try': 'Try it',

  // Cost against traffic
  'costs.title': 'What a thousand watchable videos cost, from a trickle to a flood',
  'costs.what':
    'Each mark is an architecture that was sized for its traffic and run. The same uploads come to all seven, steadily, as they come by chance.',
  'costs.progress': 'Points that have been run',
  'costs.running': '{done} of {wanted} points run',
  'costs.refining': 'All points run; looking closer at where the lines cross',
  'costs.done': 'All {wanted} points run',
  'costs.stopped': 'Stopped at {done} of {wanted} points',
  'costs.failed': 'A run came to nothing: {message}',
  'costs.stop': 'Stop',
  'costs.start': 'Go on',
  'costs.chart': 'Cost per 1,000 watchable videos against uploads per second, both on logarithmic scales',
  'costs.axis.x': 'uploads per second',
  'costs.axis.y': 'US dollars per 1,000 watchable videos',
  'costs.point': '{name}, {rate} uploads per second: {usd} for 1,000 videos',
  'costs.point.cannot': '{name}, {rate} uploads per second: cannot',
  'costs.cannot': 'cannot',
  'costs.cannot.instances':
    'It would need about {needed} machines for {component}, and a fleet may have {most} here. Run with so many, {share} of the uploads came to nothing or were still under way at the end.',
  'costs.cannot.concurrency': {
    neutral:
      'More than {atOnce} functions would have to run at once, and an account may have no more unless its quota is raised. Run so, {share} of the uploads came to nothing or were still under way at the end.',
    aws: 'More than {atOnce} executions would have to run at once, the Lambda concurrency quota of an account unless it is raised. Run so, {share} of the uploads came to nothing or were still under way at the end.',
  },
  'costs.cannot.other': 'Whatever the size, {share} of the uploads came to nothing or were still under way at the end.',
  'costs.cannot.reason': 'Most often: {reason}.',
  'costs.sized': 'Machines, on average: {sizes}.',
  'costs.sized.none': 'No machines: functions run when there is something to do.',
  'costs.took':
    '95 of 100 videos are watchable within {time}. {bad} of {started} uploads were refused or lost. {runs} {runs|run|runs} to find the size.',
  'costs.readout.none': 'Point at a mark, or go to it with the arrow keys, to read its figures.',
  'costs.readout.none.touch': 'Tap a mark, or pick an architecture, to read its figures.',
  'costs.pick': 'Architecture that is read',
  'costs.pick.none': 'Pick an architecture',
  'costs.pick.before': 'The point before, with less traffic',
  'costs.pick.after': 'The next point, with more traffic',
  'costs.pick.near': 'Points that are near to each other here',
  'costs.legend':
    'A cross at the end of a line: it was run at that traffic and cannot take it. Circles, numbered from left to right: where serverless crosses another.',
  'costs.legend.keys': 'Arrow keys go from mark to mark: left and right along a line, up and down to the next.',
  'costs.idle': 'With nobody uploading',
  'costs.idle.what': 'A month of {hours} hours without a single upload: a day was run, and taken as many times.',
  'costs.idle.value': '{usd} a month',
  'costs.idle.waits': 'not run yet',
  'costs.crossings': 'Where the lines cross',
  'costs.crossings.soFar': 'Where the lines cross, so far',
  'costs.crossing':
    '{below} is cheaper than {above} below about {rate} uploads per second, and dearer from there to {until}.',
  'costs.crossing.never': '{below} is cheaper than {above} at all traffic that both can take.',
  'costs.cheapest': 'Cheapest of the seven, from {from} to {to} uploads per second: {stretches}.',
  'costs.cheapest.soFar':
    'Cheapest of the seven so far, with only {from} to {to} uploads per second run for all: {stretches}.',
  'costs.cheapest.soFar.one':
    'Cheapest of the seven so far, with only {from} uploads per second run for all: {stretches}.',
  'costs.cheapest.below': '{name} below about {to}',
  'costs.cheapest.between': '{name} from about {from} to about {to}',
  'costs.cheapest.above': '{name} from about {from} on',
  'costs.cheapest.all': '{name}',
  'costs.cheapest.none': 'At {rate} uploads per second none of the seven can take it.',
  'costs.how': 'How it was sized and run',
  'costs.how.settings':
    'The services behave as they come from their provider, with their real times to boot, to keep warm and to measure, not with the short ones for a class. Three things are set because nobody would run this work without: functions may take a minute instead of three seconds; queues are polled long, and hide a message for five minutes; a machine that is to go may finish its work. The work itself, some six seconds of transcoding for a video of average length, is that of the stories: with longer work every line is higher, and functions, which are paid by the second, cross the others earlier.',
  'costs.how.sizing':
    'Machines are found by running: a group begins with what the traffic before led to expect, and grows where it refuses or is full, until less than 1 % of the uploads are refused or lost, and 95 of 100 videos are watchable within ten minutes. Groups that stay as they are get a tenth of free room; those that follow a target find their number by themselves; those that follow a queue have what is needed all the time, and follow the queue for the rest, from nothing where nothing is needed all the time.',
  'costs.how.runs':
    'Each run has at least 400 uploads and lasts 200 seconds to four days of simulated time, with the same seed for all. Those still under way at the end, up to 4 in 100 at the most traffic, are paid for and not counted as watchable.',
  'costs.how.leftOut':
    'Not counted: what is stored, as that depends on how long a video is kept; the clicks and errors that only the event-driven architecture hears; and what no bill here counts: {what}.',
  'costs.how.prices':
    'List prices in {region}, on demand, collected on {date} from sources of different age, dated {oldest} to {newest}, some undated, most of them from third parties; the bill of a run names the source of each price, with its date.',
  'costs.table': 'All figures as a table',
  'costs.table.caption': 'US dollars for 1,000 watchable videos, and machines on average',
  'costs.table.cannot': 'What was too much, and why; still more was not run',
  'costs.table.rate': 'Uploads per second',
  'costs.table.machines': '{n} {n|machine|machines}',
} as const satisfies Words;
