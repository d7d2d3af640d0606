/** The story of this stage in words, and what a reader is asked before its claims are proved. */
import type { Words } from '../words.ts';

export const fileProcessingWords = {
  'story.file-processing.what': {
    neutral:
      'Somebody puts a video into the object store. The store calls a function, which makes the renditions and puts them back. No server waits for files to come.',
    aws: 'Somebody puts a video into an S3 bucket. S3 invokes a Lambda function, which makes the renditions and puts them back. No server waits for files to come.',
  },
  'story.file-processing.what.scene': 'Follow the first video',
  'story.file-processing.trigger': {
    neutral:
      'The trigger is the new object: the store calls the function, and does not wait until the work is done. The function says who may call it, here this store. The role of the function says what it may do: fetch masters, and put renditions.',
    aws: 'The trigger is the new object: an event notification of S3 invokes the function asynchronously. The resource-based policy of the function lets S3 invoke it for this bucket. The execution role lets it get masters, and put renditions.',
  },
  'story.file-processing.loop': {
    neutral:
      'The renditions go back into the same store. So the function hears of masters only: if it heard of everything, it would hear of what it makes itself, and would call itself again and again. A second store for the renditions is the safest way.',
    aws: 'The renditions go back into the same S3 bucket. So the function hears of masters only: else it would hear of what it makes itself, and invoke itself again and again. Lambda stops such a loop after some rounds, but a second bucket for the renditions is the safest way.',
  },
  'story.file-processing.loop.scene': {
    neutral: 'Watch what goes back into the store',
    aws: 'Watch what goes back into S3',
  },
  'story.file-processing.night': {
    neutral:
      'In the evening there are as many environments as there are videos to be made; at night there are none, and nothing but what is stored is paid for. One run makes all three renditions and may take {timeout} seconds here. What takes longer has to be cut into pieces, or belongs on a machine.',
    aws: 'In the evening there are as many environments as there are videos to be made; at night there are none, and nothing but what lies in S3 is paid for. One Lambda run makes all three renditions and may take {timeout} seconds here. What takes longer has to be cut into pieces, or belongs on an instance or in a container.',
  },
  'story.file-processing.night.scene': 'Show the night',

  'predict.told-of-masters-only': {
    neutral:
      'One master is put into the store. A function is told of new masters; it makes three renditions and puts them into the same store. How often does it run?',
    aws: 'One master is put into an S3 bucket. A Lambda function is notified of new masters; it makes three renditions and puts them into the same bucket. How often does it run?',
  },
  'predict.told-of-masters-only.once': 'Once',
  'predict.told-of-masters-only.four': 'Four times: for the master, and for each rendition',
  'predict.told-of-masters-only.for-ever': 'More and more often: each rendition has it run again',
} as const satisfies Words;
