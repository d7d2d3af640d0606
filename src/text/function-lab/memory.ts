/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const functionMemoryWords = {
  'stage.function-memory': 'Memory',
  'stage.function-memory.title': 'More memory is more processor',
  'stage.function-memory.line': 'The fastest size and the cheapest are not the same',

  'story.function-memory.what': {
    neutral:
      'A function is given an amount of memory, and nothing else is chosen: processors come in proportion. This one has {memory} MB. Each call computes most of the time, waits a little, and writes one entry.',
    aws: 'A Lambda function is given an amount of memory, and nothing else is chosen: vCPU come in proportion. This one has {memory} MB. Each invocation computes most of the time, waits a little, and writes one item.',
  },
  'story.function-memory.what.scene': 'Watch some calls',
  'story.function-memory.double':
    'It comes with {memory} MB. Give it twice as much: what computes is done in half the time, at twice the price for each second, so that the same computing costs the same. What only waits takes as long as before, and now waits at twice the price.',
  'story.function-memory.double.scene': 'Give it twice the memory',
  'story.function-memory.thread': {
    neutral:
      'Its program has {threads} {threads|thread|threads}. Once that has a whole processor to itself, more memory brings it no further: the calls take as long, and only cost more. More threads would use more processors, if the work can be split.',
    aws: 'Its program has {threads} {threads|thread|threads}. Once that has a whole vCPU to itself, more memory brings it no further: the invocations take as long, and only cost more. More threads would use more vCPU, if the work can be split.',
  },
  'story.function-memory.thread.scene': 'Give it far too much memory',
  'story.function-memory.small': {
    neutral:
      'The smallest size has the lowest price for a second, and takes the most seconds. For computing alone that comes to nearly the same money, and whoever calls waits many times as long. The time-out here, {timeout} seconds, is far off; where one is short, the smallest size is cut off by it, and paid for in vain.',
    aws: 'The smallest size has the lowest price for a second, and takes the most seconds. For computing alone that comes to nearly the same money, and whoever invokes it waits many times as long. The timeout here, {timeout} seconds, is far off; where one is short, the smallest size is cut off by it, and paid for in vain.',
  },
  'story.function-memory.small.scene': 'Give it the least memory',

  'claim.twice-the-memory-half-the-time': {
    neutral:
      'Pure computing costs the same whatever the memory: with twice as much a call takes {s} instead of {before}, and all calls together cost {usd} instead of {one}.',
    aws: 'Pure computing costs the same whatever the memory: with twice as much an invocation takes {s} instead of {before}, and all of them together cost {usd} instead of {one}.',
  },
  'claim.twice-the-memory-half-the-time.foil': 'A call that mostly waits gets hardly shorter, and costs more.',
  'claim.one-thread-is-no-faster': {
    neutral:
      'Beyond a whole processor, one thread gets nothing for its money: with twice the memory a call takes {s}, as before, and all of them cost {usd} instead of {one}.',
    aws: 'Beyond a whole vCPU, one thread gets nothing for its money: with twice the memory an invocation takes {s}, as before, and all of them cost {usd} instead of {one}.',
  },
  'claim.one-thread-is-no-faster.foil': {
    neutral: 'With two threads the second processor is put to use, and the calls are shorter.',
    aws: 'With two threads the second vCPU is put to use, and the invocations are shorter.',
  },
  'claim.too-little-memory-is-too-late': {
    neutral:
      'Too little memory is too late: with the least of it {n} of {of} calls are cut off by the time-out, and paid for all the same.',
    aws: 'Too little memory is too late: with 128 MB {n} of {of} invocations are cut off by the timeout, and paid for all the same.',
  },
  'claim.too-little-memory-is-too-late.foil': {
    neutral: 'With a whole processor the same calls are done long before.',
    aws: 'With a whole vCPU the same invocations are done long before.',
  },

  'predict.twice-the-memory-half-the-time': {
    neutral:
      'A function does nothing but compute. You give it twice the memory, which costs twice as much for each second. What will all calls together cost?',
    aws: 'A Lambda function does nothing but compute. You give it twice the memory, which costs twice as much for each second. What will all invocations together cost?',
  },
  'predict.twice-the-memory-half-the-time.half': 'About half as much',
  'predict.twice-the-memory-half-the-time.same': 'About the same',
  'predict.twice-the-memory-half-the-time.twice': 'About twice as much',
  'predict.one-thread-is-no-faster': {
    neutral:
      'A program with a single thread has a whole processor already. You give it twice the memory. How long will a call take?',
    aws: 'A program with a single thread has a whole vCPU already. You give it twice the memory. How long will an invocation take?',
  },
  'predict.one-thread-is-no-faster.half': 'Half as long',
  'predict.one-thread-is-no-faster.somewhat': 'Somewhat shorter',
  'predict.one-thread-is-no-faster.same': 'As long as before',
  'predict.too-little-memory-is-too-late': {
    neutral:
      'A call takes half a second with plenty of memory, and is cut off after three seconds. You give the function the least memory that there is. How many calls are done?',
    aws: 'An invocation takes half a second with plenty of memory, and is cut off after three seconds, the timeout that Lambda sets by itself. You give the function the least memory that there is. How many invocations are done?',
  },
  'predict.too-little-memory-is-too-late.all': 'All of them, only later',
  'predict.too-little-memory-is-too-late.some': 'Some of them',
  'predict.too-little-memory-is-too-late.none': 'None at all',

  'omitted.function-memory':
    'Memory is only a size here: no program runs out of it, and none is faster because more fits into it. A real one needs so much at least, and one short of it spends time on clearing up. Work that uses several threads is split without loss.',

  'lab.function-memory.controls': 'Memory and work',
  'lab.function-memory.memory': 'Memory',
  'lab.function-memory.memory.value': '{memory} MB',
  'lab.function-memory.memory.number': 'Memory in MB, as a number',
  'lab.function-memory.vcpu': 'With it come {vcpu} vCPU, of which the program can use {usable}.',
  'lab.function-memory.share': 'Share of the work that is computing',
  'lab.function-memory.share.help':
    'The rest waits. On 2 vCPU, of which the program can use {usable}, the work takes {seconds} in all.',
  'lab.function-memory.threads': 'Threads of the program',
  'lab.function-memory.chart': 'Duration of a call, and cost of a million of them, over memory',
  'lab.function-memory.axis.time': 'Duration of a warm call',
  'lab.function-memory.axis.cost': 'Cost of a million warm calls',
  'lab.function-memory.axis.memory': 'MB of memory, each doubling as wide',
  'lab.function-memory.best.time': 'fastest',
  'lab.function-memory.best.cost': 'cheapest',
  'lab.function-memory.handle': 'Memory, in the chart',
  'lab.function-memory.handle.value': '{memory} MB: {time} a call, {usd} a million',
  'lab.function-memory.handle.late': '{memory} MB: {time} a call, which is over the time-out; {usd} a million',
  'lab.function-memory.legend':
    'Lines: closed form, waiting + computing ÷ vCPU that are used, and {write} for the write. Rings: measured, a dozen warm calls each. Drag the dashed line, or move it with the arrow keys; page keys go further.',
  'lab.function-memory.measuring': 'Measuring: {done} of {of} sizes run.',
  'lab.function-memory.agrees': 'Measured and closed form agree: they are {share} apart at the most.',
  'lab.function-memory.differs': 'Measured and closed form do not agree: they are up to {share} apart.',
  'lab.function-memory.late': 'At {n} {n|size|sizes} no call was done before the time-out (crosses).',
  'lab.function-memory.failed': 'A run came to nothing: {message}',
  'lab.function-memory.told': 'This size, the cheapest and the fastest',
  'lab.function-memory.none': 'No size of memory gets this done within {timeout}.',
  'lab.function-memory.size': 'By closed form',
  'lab.function-memory.takes': 'a call',
  'lab.function-memory.million': 'a million',
  'lab.function-memory.row.now': 'this size',
  'lab.function-memory.row.cheapest': 'cheapest',
  'lab.function-memory.row.fastest': 'fastest',
  'lab.function-memory.row.late': 'cut off',
  'lab.function-memory.compare': 'The fastest is {times} as fast as the cheapest, and costs {more} as much.',
  'lab.function-memory.twice':
    'With twice the memory, {memory} MB, a call would take {time} of its time, and cost {cost} of its money.',
  'lab.function-memory.bill': 'The last call of the run, as billed',
  'lab.function-memory.bill.none': 'No call is over yet. Play the run.',
  'lab.function-memory.bill.took': 'took',
  'lab.function-memory.bill.billed': 'billed',
  'lab.function-memory.bill.gb': 'time × memory',
  'lab.function-memory.bill.usd': 'cost',
  'lab.function-memory.bill.how':
    'A part of a millisecond counts as one. {memory} MB are counted in gigabytes of 1,024 MB, at {gbSecond} for a GB-second, and the request at {request}.',
  'lab.function-memory.bill.cold': 'It was cold: {start} ms of it were the start.',
  'lab.function-memory.bill.failed': 'It came to an error, and is billed all the same.',
  'lab.function-memory.bill.free': 'List prices of {region} unless you changed them. The free tier is not applied.',
} as const satisfies Words;
