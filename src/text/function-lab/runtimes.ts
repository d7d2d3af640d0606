/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const functionRuntimesWords = {
  'stage.function-runtimes': 'Runtime and package',
  'stage.function-runtimes.title': 'What a start is made of',
  'stage.function-runtimes.line': 'Language, package and snapshot make a start short or long',

  'story.function-runtimes.what': {
    neutral:
      'A call that finds no warm environment waits for a new one. First the package is fetched, then the runtime of the language starts, then the code of the program that stands outside the handler. Only then does the call itself begin.',
    aws: 'An invocation that finds no warm execution environment waits for a new one. First the package is downloaded, then INIT: the runtime of the language starts, then the code of the program that stands outside the handler. Only then does the invocation itself begin.',
  },
  'story.function-runtimes.what.scene': 'Watch starts in Python',
  'story.function-runtimes.java': {
    neutral:
      'The runtime of Java takes seconds to start, that of Python or Node.js a part of one, and a program for the bare machine hardly anything. What its own code does at the start comes on top of it in each. Once an environment is warm, none of that matters any more: the same work takes as long, and is billed alike.',
    aws: 'The Lambda runtime of Java takes seconds to start, that of Python or Node.js a part of one, and a custom one, such as a program in Rust, hardly anything. What its own INIT code does comes on top of it in each. Once an execution environment is warm, none of that matters any more: the same work takes as long, and is billed alike.',
  },
  'story.function-runtimes.java.scene': 'Write it in Java',
  'story.function-runtimes.snapshot': {
    neutral:
      'A published version can be started once, ahead of time, and kept as a snapshot. New environments then go on from there, and neither the runtime nor the program has to begin. That exists for Java and Python, and not for everything.',
    aws: 'With SnapStart a published version is initialised once, when it is published, and kept as a snapshot. New environments are restored from it, and neither the runtime nor the INIT code has to run. That exists for Java, Python and .NET, not for Node.js, and not together with provisioned concurrency.',
  },
  'story.function-runtimes.snapshot.scene': {
    neutral: 'Start Java from a snapshot',
    aws: 'Start Java with SnapStart',
  },
  'story.function-runtimes.image': {
    neutral:
      'A program can also come as a container image, with its own system and libraries, and be far larger than a package. It is fetched piece by piece, as far as the start needs it. It is still a function: one request at a time in each environment, and gone when nobody needs it.',
    aws: 'A Lambda function can also come as a container image, with its own system and libraries, and be far larger than a zip package. It is loaded by blocks, as far as the start needs them. It is still a function: one request at a time in each environment, and gone when nobody needs it.',
  },
  'story.function-runtimes.image.scene': 'Make it an image of a gigabyte',

  'claim.a-snapshot-shortens-the-start': {
    neutral:
      'A snapshot takes the wait out of starting Java: a start is billed {s} instead of {before}, and the slowest call takes {slowest} instead of {slow}.',
    aws: 'SnapStart takes the wait out of starting Java: a start is billed {s} instead of {before}, and the slowest call takes {slowest} instead of {slow}.',
  },
  'claim.a-snapshot-shortens-the-start.foil': {
    neutral: 'Python starts fast anyway, so a snapshot saves it far less.',
    aws: 'Python starts fast anyway, so SnapStart saves it far less.',
  },
  'claim.the-language-counts-at-the-start-only':
    'The language counts at the start only: Java takes {s} to start and Python {before}, and what runs afterwards takes {run} in both.',
  'claim.the-language-counts-at-the-start-only.foil':
    'Less memory makes both longer, the start and what runs after it.',
  'claim.fetching-is-waited-for-and-not-billed': {
    neutral:
      'A large package is waited for and not billed: the slowest call takes {s} instead of {before}, and the function costs what it cost before.',
    aws: 'A large deployment package is waited for and not billed: the slowest invocation takes {s} instead of {before}, and the Lambda function costs what it cost before.',
  },
  'claim.fetching-is-waited-for-and-not-billed.foil': {
    neutral: 'Code of its own that takes as long at the start is waited for, and billed.',
    aws: 'INIT code of its own that takes as long is waited for, and billed.',
  },

  'predict.a-snapshot-shortens-the-start': {
    neutral:
      'A function in Java takes some seconds to start. Its new environments go on from a snapshot of the started program instead. How long is a start then?',
    aws: 'A Lambda function in Java takes some seconds to start. SnapStart restores its new execution environments from a snapshot of the started program instead. How long is a start then?',
  },
  'predict.a-snapshot-shortens-the-start.same': 'About as long',
  'predict.a-snapshot-shortens-the-start.half': 'About half as long',
  'predict.a-snapshot-shortens-the-start.little': 'A small part of it',
  'predict.the-language-counts-at-the-start-only': {
    neutral:
      'The same function is written in Python and in Java. Java takes much longer to start. How long does the same work take in a warm environment?',
    aws: 'The same Lambda function is written in Python and in Java. Java takes much longer to start. How long does the same work take in a warm execution environment?',
  },
  'predict.the-language-counts-at-the-start-only.longer': 'Longer in Java',
  'predict.the-language-counts-at-the-start-only.same': 'As long in both',
  'predict.the-language-counts-at-the-start-only.shorter': 'Shorter in Java',
  'predict.fetching-is-waited-for-and-not-billed': {
    neutral:
      'A package grows to the largest that is allowed, and takes longer to be fetched before a start. What does the function cost then?',
    aws: 'A deployment package grows to the largest that is allowed unzipped, and takes longer to be downloaded before a start. What does the Lambda function cost then?',
  },
  'predict.fetching-is-waited-for-and-not-billed.same': 'The same',
  'predict.fetching-is-waited-for-and-not-billed.little': 'Somewhat more',
  'predict.fetching-is-waited-for-and-not-billed.twice': 'Twice as much, or more',

  'omitted.function-runtimes': {
    neutral:
      'How fast a language is at its work: the same work takes as long in all of them here. What a snapshot costs to keep and to restore, and that what must be unique has to be made anew after it. Runtimes other than these, extensions, and a second fetch of an image that is near at hand.',
    aws: 'How fast a language is at its work: the same work takes as long in all of them here. What SnapStart costs for caching and restoring, and that what must be unique has to be made anew after a restore. Runtimes other than these, extensions, and caches of images.',
  },

  'lab.function-runtimes.package': 'Size of the package',
  'lab.function-runtimes.package.help': 'Unzipped, with its layers; or the whole image.',
  'lab.function-runtimes.own': 'Its own code at the start',
  'lab.function-runtimes.own.help':
    'Outside the handler, on one vCPU: imports, connections. Less memory makes it longer.',
  'lab.function-runtimes.starts': '{n} starts of each, with {memory} MB: choose one for the run',
  'lab.function-runtimes.runtime.python': 'Python',
  'lab.function-runtimes.runtime.nodejs': 'Node.js',
  'lab.function-runtimes.runtime.java': 'Java',
  'lab.function-runtimes.runtime.custom': 'Custom, such as Rust from a layer',
  'lab.function-runtimes.runtime.container': 'Container image',
  'lab.function-runtimes.runtime.snapshot': { neutral: '{name}, from a snapshot', aws: '{name}, with SnapStart' },
  'lab.function-runtimes.part.download': 'package is fetched (not billed)',
  'lab.function-runtimes.part.runtime': 'runtime starts, or snapshot is restored',
  'lab.function-runtimes.part.own': 'own code',
  'lab.function-runtimes.part.range': 'shortest to longest, all together',
  'lab.function-runtimes.told.download': 'package {time}',
  'lab.function-runtimes.told.runtime': 'runtime {time}',
  'lab.function-runtimes.told.restore': 'snapshot {time}',
  'lab.function-runtimes.told.own': 'own code {time}',
  'lab.function-runtimes.range': '{from} to {to}',
  'lab.function-runtimes.source': 'Model: runtime {range}.',
  'lab.function-runtimes.source.restore': 'Model: snapshot {range}.',
  'lab.function-runtimes.tooLarge': 'The package is too large for this.',
  'lab.function-runtimes.waits': 'being run …',
  'lab.function-runtimes.cutOff':
    'A start that takes more than 10 s is cut off, and done again with the first call: what is shown of it is the part before.',
  'lab.function-runtimes.sources': {
    neutral:
      'Times are medians of what was run. The ranges of the model are our choice: the provider publishes only that a cold start takes from under 100 ms to over 1 s, and that a start from a snapshot stays under one second; the rest is what others have measured. A package is fetched at 200 MB a second, of an image 7 % (our choice).',
    aws: 'Times are medians of what was run. The ranges of the model are our choice: AWS publishes only that a cold start takes from under 100 ms to over 1 s (Lambda developer guide), and that SnapStart stays under one second; the rest is what others have measured. A package is fetched at 200 MB/s, of an image 7 % (our choice).',
  },
  'lab.function-runtimes.fit.fits': 'It fits.',
  'lab.function-runtimes.fit.by-store': 'It fits, by a detour.',
  'lab.function-runtimes.fit.too-large': 'It does not fit.',
  'lab.function-runtimes.fit.zip.fits':
    '{size} unzipped with layers are within {unzipped} MB; zipped, about {zipped} (a third, our choice), they are within the {upload} MB that can be uploaded at once.',
  'lab.function-runtimes.fit.zip.by-store': {
    neutral:
      '{size} unzipped with layers are within {unzipped} MB; but zipped, about {zipped} (a third, our choice), they are more than the {upload} MB that can be uploaded at once, and have to be put into the object store first.',
    aws: '{size} unzipped with layers are within {unzipped} MB; but zipped, about {zipped} (a third, our choice), they are more than the {upload} MB that can be uploaded at once, and have to be put into S3 first.',
  },
  'lab.function-runtimes.fit.zip.too-large':
    '{size} unzipped, with all layers, are more than {unzipped} MB. Zipped they would be about {zipped}, but that is not what is counted. A container image may be so large.',
  'lab.function-runtimes.fit.image': '{size} are within the {most} of a container image.',
  'lab.function-runtimes.fit.layer':
    'The runtime itself comes with the package, or as one of up to five layers, and counts.',
  'lab.function-runtimes.refused': 'The run stays as it is: {name}, {size}.',
  'lab.function-runtimes.same': 'What stays the same',
  'lab.function-runtimes.same.warm': 'A warm call took {time} with each of the {n} that were run, by the median.',
  'lab.function-runtimes.same.warm.not': 'A warm call took {range}, by the median.',
  'lab.function-runtimes.same.billing':
    'Billing: time × memory to the millisecond and a price per request, the start of the runtime and of the own code included.',
  'lab.function-runtimes.same.one': 'An environment does one request at a time, an image too.',
  'lab.function-runtimes.same.limits': 'Limits: memory, time-out and how many may run at once.',
} as const satisfies Words;
