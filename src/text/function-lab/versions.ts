/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const functionVersionsWords = {
  'stage.function-versions': 'Versions and aliases',
  'stage.function-versions.title': 'A name that points at a version',
  'stage.function-versions.line': 'A few callers first, and back at once if it fails',

  'story.function-versions.frozen': {
    neutral:
      'What is edited is the newest code, and it changes with every save. What was published is a version: its code and its settings are frozen, for ever. The callers here reach a published version, so whatever is done to the newest code, they notice nothing.',
    aws: 'What is edited is $LATEST, and it changes with every save. What was published is a version: its code and its configuration are frozen, for ever. The callers here reach a published version by an alias, so whatever is done to $LATEST, they notice nothing.',
  },
  'story.function-versions.frozen.scene': {
    neutral: 'Break the code that is being edited',
    aws: 'Break $LATEST',
  },
  'story.function-versions.publish': {
    neutral:
      'To publish makes a version of the newest code as it is now, with the next number. Nobody calls it yet: callers know a name, and the name points at a version. To bring something out is to turn the name.',
    aws: 'To publish makes a version of $LATEST as it is now, with the next number. Nobody calls it yet: callers know the ARN of an alias, and the alias points at a version. To bring something out is to turn the alias.',
  },
  'story.function-versions.all-at-once': {
    neutral:
      'Here a version comes out whose work often fails, and all callers get it at the same moment. Its first calls also start cold, because an environment runs one version only. Until somebody turns back, every caller is struck alike.',
    aws: 'Here a version comes out whose work often fails, and the alias points all callers at it at the same moment. Its first invocations also start cold, because an execution environment runs one version only. Until somebody turns back, every caller is struck alike.',
  },
  'story.function-versions.all-at-once.scene': {
    neutral: 'Bring out a bad version for everybody',
    aws: 'Point the alias at a bad version',
  },
  'story.function-versions.canary': {
    neutral:
      'The name can point at two versions, with a weight. A small share of the calls tries the new one out, like a canary in a mine. It fails just as often, but only few see it, and the bars of the two versions tell them apart.',
    aws: 'An alias can point at two versions, with a weight, if both are published. A small share of the invocations tries the new one out: a canary deployment. It fails just as often, but only few see it, and the bars of the two versions tell them apart.',
  },
  'story.function-versions.canary.scene': {
    neutral: 'Try the bad version out on a few',
    aws: 'Give the bad version a weight of a tenth',
  },
  'story.function-versions.back': {
    neutral:
      'To roll back is to turn the weight to nothing: no code is built, nothing is installed. The version before is still there, unchanged, and its environments are still warm. From that moment on no new call fails, and there is time to look for the cause.',
    aws: 'To roll back is to turn the weight of the alias to nothing: no code is built, nothing is installed. The version before is still there, unchanged, and its execution environments are still warm. From that moment on no new call fails, and there is time to look for the cause.',
  },
  'story.function-versions.back.scene': {
    neutral: 'All callers back to the version before',
    aws: 'Turn the weight to nothing',
  },

  'omitted.function-versions':
    'The code itself is not here: of a version only its memory, how often its work fails and how much computing it takes are told. An edit touches no environment that runs. Deleting versions, more than one alias, and tools that shift the weight by themselves are left out.',

  'claim.a-canary-is-seen-by-few': {
    neutral:
      'A bad version that is tried out on a tenth of the calls is seen by few: {n} of {of} callers see an error.',
    aws: 'A bad version that gets a weight of a tenth is seen by few: {n} of {of} callers see an error.',
  },
  'claim.a-canary-is-seen-by-few.foil': {
    neutral: 'Brought out for everybody at once, it strikes everybody.',
    aws: 'Where the alias points all callers at it at once, it strikes everybody.',
  },
  'predict.a-canary-is-seen-by-few': {
    neutral:
      'A version whose work fails more often than not is tried out on a tenth of the calls, and nobody turns back. How many callers see an error?',
    aws: 'An alias gives a version whose work fails more often than not a weight of a tenth, and nobody turns back. How many callers see an error?',
  },
  'predict.a-canary-is-seen-by-few.few': 'Less than a tenth of all',
  'predict.a-canary-is-seen-by-few.some': 'Up to a quarter',
  'predict.a-canary-is-seen-by-few.many': 'More than a quarter',
  'claim.back-at-once': 'Rolling back works at once: {n} callers saw an error before, and after it nobody else does.',
  'claim.back-at-once.foil': {
    neutral: 'Where the name is left as it is, the errors go on.',
    aws: 'Where the weight of the alias is left as it is, the errors go on.',
  },
  'predict.back-at-once': {
    neutral:
      'A bad version is tried out on a few calls, and after half a minute somebody rolls back. How many more callers see an error after that?',
    aws: 'An alias gives a bad version a small weight, and after half a minute somebody rolls back. How many more callers see an error after that?',
  },
  'predict.back-at-once.none': 'Nobody, but for calls that were under way',
  'predict.back-at-once.few': 'A few, until the old version is up again',
  'predict.back-at-once.as-many': 'At least half as many again',
  'claim.what-is-published-stays': {
    neutral:
      'What is published stays as it was: the code that is being edited is broken, and of {of} callers none notices.',
    aws: 'What is published stays as it was: $LATEST is broken, and of {of} callers none notices.',
  },
  'claim.what-is-published-stays.foil': {
    neutral: 'Callers who reach the newest code get what is being edited.',
    aws: 'Callers who reach $LATEST get what is being edited.',
  },
  'predict.what-is-published-stays': {
    neutral:
      'Callers reach a published version. Meanwhile somebody edits the code, and every run of the edited code fails. Who sees an error?',
    aws: 'Callers reach a published version by an alias. Meanwhile somebody edits $LATEST, and every run of it fails. Who sees an error?',
  },
  'predict.what-is-published-stays.nobody': 'Nobody',
  'predict.what-is-published-stays.some': 'Some, up to half',
  'predict.what-is-published-stays.all': 'Most, from the edit on',

  'lab.versions.latest': { neutral: 'Newest code', aws: '$LATEST' },
  'lab.versions.latest.what': {
    neutral: 'This is edited. Nobody is led here by the name; a change shows once it is published and called.',
    aws: 'This is edited. The alias does not point here; a change shows once it is published and the alias points at that.',
  },
  'lab.versions.memory': 'Memory',
  'lab.versions.errors': 'Share of its work that fails',
  'lab.versions.work': 'Computing it takes',
  'lab.versions.work.help': 'As many times as the program says.',
  'lab.versions.publish': 'Publish as version {version}',
  'lab.versions.version': 'Version {version}',
  'lab.versions.published': 'Published versions',
  'lab.versions.measured':
    'What each did in this run, up to the moment of the clock. Each bar counts the runs that ended in {length}, by one scale for all versions; failed ones are hatched.',
  'lab.versions.alias': { neutral: 'The name that callers use', aws: 'The alias' },
  'lab.versions.alias.what': {
    neutral:
      'Here it points at one published version, or at two by weight. Of two, neither can be what is being edited.',
    aws: 'Here it points at one published version, or at two by weight (RoutingConfig). Of two, neither can be $LATEST.',
  },
  'lab.versions.points': 'All calls go to: {first}.',
  'lab.versions.splits': '{rest} of the calls go to {first}, {share} to {second}.',
  'lab.versions.first': 'Points at',
  'lab.versions.second': 'And at',
  'lab.versions.none': 'no other',
  'lab.versions.weight': 'Weight of {version}',
  'lab.versions.newer': 'a newer version',
  'lab.versions.canary': 'A tenth to {to}',
  'lab.versions.half': 'Half to {to}',
  'lab.versions.all': 'All to {to}',
  'lab.versions.back': 'Roll back',
  'lab.versions.back.to': 'Roll back to {to}',
  'lab.versions.publish-first': 'Publish a version first: there is none that is newer.',
  'lab.versions.live': 'Each of these counts from the moment of the clock on.',
  'lab.versions.gets': 'gets {share} of the calls',
  'lab.versions.gets-none': 'is not called now',
  'lab.versions.frozen': 'For ever: {memory}, {errors} of its work fails, {work} computing',
  'lab.versions.now': 'Now: {memory}, {errors} of its work fails, {work} computing',
  'lab.versions.bars': '{name} over time: {n} {n|run|runs}, {failed} of them failed.',
  'lab.versions.bars.most': '{n} {n|run|runs}',
  'lab.versions.runs': 'Runs',
  'lab.versions.failed': 'Failed',
  'lab.versions.median': 'Half took at most',
  'lab.versions.median.what': 'Median of the time of its runs, without the starts of environments.',
  'lab.versions.against': 'A few first, against all at once',
  'lab.versions.against.none':
    'Try a version out on a share of the calls, and it can be held here against the same run in which all calls went to it at once.',
  'lab.versions.against.what':
    'The same callers, but from {at} on all of them get version {version}, and nobody goes back.',
  'lab.versions.against.run': 'Run it that way too',
  'lab.versions.against.this': 'Saw an error, by the end of this run',
  'lab.versions.against.other': 'By its end, all at once',
  'lab.versions.against.end': 'Callers who saw an error by the end of the run, {time}.',
} as const satisfies Words;
