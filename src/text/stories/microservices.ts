/** The story of this stage in words, and what a reader is asked before its claims are proved. */
import type { Words } from '../words.ts';

export const microservicesWords = {
  'story.microservices.what': {
    neutral:
      'Every kind of work is a service of its own now, with machines of its own. Upload puts the master into the object store and writes three messages, one for each size. Three services make 480p, 720p and 1080p at the same time.',
    aws: 'Every kind of work is a service of its own now, with EC2 instances of its own. Upload puts the master into S3 and sends three SQS messages, one for each size. Three services make 480p, 720p and 1080p at the same time.',
  },
  'story.microservices.what.scene': 'Follow the first video',
  'story.microservices.both': {
    neutral:
      'Upload only writes messages: it is a producer. Managing only takes them: it is a consumer. The services that make the renditions are both, and so is storing. Between two partners stands a queue, so neither has to wait for the other.',
    aws: 'Upload only sends messages: it is a producer. Managing only receives them: it is a consumer. The services that make the renditions are both, and so is storing. Between two partners stands an SQS queue, so neither has to wait for the other.',
  },
  'story.microservices.both.scene': 'Watch the evening, slowly',
  'story.microservices.own-data': {
    neutral:
      'Each service keeps its own data: upload has a table, storing has one, managing has the catalogue. Nobody looks into the table of another, so a service can change how it keeps its data, and nobody else notices. Only the videos, far too large for a message, lie in one store for all.',
    aws: 'Each service keeps its own data: upload has a DynamoDB table, storing has one, managing has the catalogue. Nobody reads the table of another, so a service can change how it keeps its data, and nobody else notices. Only the videos, far too large for a message, lie in one S3 bucket for all.',
  },
  'story.microservices.down': {
    neutral:
      'Let the service of 1080p crash. Its queue grows; 480p and 720p are made as ever, and nobody who uploads sees an error. The videos wait for their largest size. Repair the service, and its fleet works off what has waited.',
    aws: 'Let the service of 1080p crash. Its SQS queue grows; 480p and 720p are made as ever, and nobody who uploads sees an error. The videos wait for their largest size. Repair the service, and its Auto Scaling group works off what has waited.',
  },
  'story.microservices.down.scene': 'Crash the service of 1080p',
  'story.microservices.one-more': {
    neutral:
      'A service for captions comes. It wants to hear of everybody who is there already, so it gets a queue from each of them. And each of the six has to be changed, to fill one queue more.',
    aws: 'A service for captions comes. It wants to hear of everybody who is there already, so it gets an SQS queue from each of them. And each of the six has to be changed, to send to one queue more.',
  },
  'story.microservices.one-more.scene': 'Add captions',
  'story.microservices.square': {
    neutral:
      'Billing comes next, then audit, then recommendations, and each wants a queue from everybody before it. Where everybody talks to everybody, twice as many services want about four times as many queues: they grow with the square. Look how full the picture is.',
    aws: 'Billing comes next, then audit, then recommendations, and each wants an SQS queue from everybody before it. Where everybody talks to everybody, twice as many services want about four times as many queues: they grow with the square. Look how full the picture is.',
  },
  'story.microservices.square.scene': 'Add billing, audit and recommendations too',
  'story.microservices.night': {
    neutral:
      'At night the fleets that make the renditions are gone. But {upload} {upload|machine|machines} of upload, {store} of storing and {manage} of managing stay. Storing and managing ask their queues again and again whether there is something, and each time they ask costs a little. In the next stage nobody asks: a router tells everybody what is for them.',
    aws: 'At night the groups that make the renditions are empty. But {upload} {upload|instance|instances} of upload, {store} of storing and {manage} of managing stay. Storing and managing poll their SQS queues, and each poll is a request that costs a little, even if it finds nothing. In the next stage nobody polls: a router tells everybody what is for them.',
  },
  'story.microservices.night.scene': 'Show the night',

  'predict.renditions-at-the-same-time':
    'One fleet makes the three sizes of a video one after another. Now three services make them at the same time; each has an instance that is always there. When can a video be watched?',
  'predict.renditions-at-the-same-time.third': 'In a third of the time',
  'predict.renditions-at-the-same-time.sooner': 'Sooner, but not as soon as that',
  'predict.renditions-at-the-same-time.same': 'About as soon as before',
  'predict.renditions-at-the-same-time.later': 'Later: there are more queues to wait in',
  'predict.queues-grow-with-the-square':
    'Eight services talk to one another through queues. Two more come, and each wants to hear of everybody who was there before it. What becomes of the number of queues?',
  'predict.queues-grow-with-the-square.two': 'Two more, one for each new service',
  'predict.queues-grow-with-the-square.quarter': 'A quarter more, as there are a quarter more services',
  'predict.queues-grow-with-the-square.double': 'About twice as many',
  'predict.queues-grow-with-the-square.more': 'More than two and a half times as many',
  'predict.a-new-service-changes-its-producers':
    'Six services are there, and captions is added, which wants to hear of what each of them does. In how many of the six does the program have to be changed?',
  'predict.a-new-service-changes-its-producers.none': 'In none',
  'predict.a-new-service-changes-its-producers.one': 'In one: upload, where everything begins',
  'predict.a-new-service-changes-its-producers.all': 'In all of them',
  'predict.one-service-may-be-down':
    'There are enough instances for 1080p that hardly any master waits. As the evening comes, all of them go down, and half a minute later they are repaired. Draw how many masters wait in the queue of 1080p, from the start to the end.',
  'predict.somebody-always-asks': {
    neutral: 'For two minutes nobody uploads anything. How often is some queue asked whether there is a message in it?',
    aws: 'For two minutes nobody uploads anything. How often is some SQS queue polled?',
  },
  'predict.somebody-always-asks.never': 'Never: where nothing is sent, nothing is fetched',
  'predict.somebody-always-asks.once': 'Once or twice for each queue',
  'predict.somebody-always-asks.always': 'Again and again, all the time',
} as const satisfies Words;
