/** Words of the bill. */
import type { Words } from './words.ts';

export const costWords = {
  // What is on the bill
  'bill.instances': { neutral: 'Instances', aws: 'EC2 instances' },
  'bill.disks': { neutral: 'Disks', aws: 'EBS volumes, gp3' },
  'bill.sends': { neutral: 'Messages sent', aws: 'SQS SendMessage' },
  'bill.polls': { neutral: 'Polls that brought work', aws: 'SQS ReceiveMessage with a message' },
  'bill.empty-polls': { neutral: 'Polls that brought nothing', aws: 'SQS ReceiveMessage, empty' },
  'bill.deletes': { neutral: 'Messages deleted', aws: 'SQS DeleteMessage' },
  'bill.puts': { neutral: 'Files put in', aws: 'S3 PUT requests' },
  'bill.gets': { neutral: 'Files taken out', aws: 'S3 GET requests' },
  'bill.storage': 'Storage',
  'bill.writes': { neutral: 'Entries written', aws: 'DynamoDB write request units' },

  // Units of the price book
  'bill.unit.instance-hour': '{n|instance-hour|instance-hours}',
  'bill.unit.GB-month': '{n|GB-month|GB-months}',
  'bill.unit.request': '{n|request|requests}',
  'bill.unit.WRU': '{n|write unit|write units}',

  // What the bill leaves out
  'bill.leftOut': 'Left out: {what}.',
  'bill.leftOut.free-allowances': 'free allowances, which are per account and month',
  'bill.leftOut.volume-discounts': 'discounts for very large amounts',
  'bill.leftOut.network-traffic': 'traffic over the network',
  'bill.leftOut.tax': 'tax',
} as const satisfies Words;
