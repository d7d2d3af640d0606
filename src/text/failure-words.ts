/** Words of the failure table. */
import type { Words } from './words.ts';

export const failureWords = {
  'failures.title': 'Every fault in every architecture',
  'failures.lead':
    'The same fault strikes every architecture at the same moment, under the same uploads. Each number is the share of the uploads that were refused, lost or put aside as dead letters.',
  'failures.how': 'How this is measured',
  'failures.how.1':
    'Each cell is the mean of up to {seeds} runs of {end}, each with another seed; the same seeds stand in every cell, so every architecture meets the same people with the same videos. People come at {rate} until {trafficUntil}; the rest is for what is still under way. The fault begins after {from} and lasts {lasts}, at its usual strength, and strikes where it usually does in that architecture.',
  'failures.how.share':
    'Of all uploads, about {share} come while the fault lasts. An architecture that loses as many fails for as long as it is struck; one that loses more goes on failing afterwards.',
  'failures.how.2':
    'This traffic is always the same, whatever is set elsewhere on the page, so that a cell can be cited and two tables can be compared.',
  'failures.how.3':
    'Counted as lost is also what was put aside as a dead letter: its person was told that it worked, and cannot watch the video until somebody has looked after it by hand. What is still under way at the end is neither lost nor watchable; the details tell how much that is.',
  'failures.how.4':
    'The range behind a share holds the true share with 95% probability: Wilson’s interval with Student’s t, for as many uploads as the spread between the runs is worth. It is wide while few runs have ended. It has a width at 0% too: that none of some hundred uploads was lost does not show that none ever is.',

  'failures.grid': 'Share of uploads refused, lost or put aside, by fault and architecture',
  'failures.grid.keys': 'Arrow keys go from cell to cell, Enter opens the run of a cell.',
  'failures.fault': 'Fault',
  'failures.none': 'No fault',
  'failures.none.what': 'Nothing goes wrong: what all others are to be compared with.',
  'failures.column': 'Form of {name}',
  'failures.cell': '{fault} in {stage}',
  'failures.cell.none': '{stage}, no fault',
  'failures.cell.runs': '{cell}: {share} refused, lost or put aside, {interval}, {n} {n|run|runs}',
  'failures.cell.at': '{words}; strikes {target}',
  'failures.cell.interval': 'between {range} with 95% probability',
  'failures.cell.single': 'no interval yet',
  'failures.cell.waits': '{cell}: not run yet',
  'failures.cell.nothing': '{cell}: means nothing here',
  'failures.cell.broken': 'failed',
  'failures.nothing': 'Means nothing here',
  'failures.nothing.component': '{stage} has nothing that it could strike. It strikes: {kinds}.',
  'failures.nothing.link': '{stage} has no link that it could strike.',
  'failures.nothing.zone': '{stage} has no machines that stand in a zone.',
  'failures.nothing.rule': '{stage} has no event bus with a rule that it could strike.',

  'failures.legend': 'Share of uploads refused, lost or put aside',
  'failures.level.none': 'none',
  'failures.level.few': 'under 5%',
  'failures.level.some': '5 to 15%',
  'failures.level.many': '15 to 30%',
  'failures.level.most': '30% or more',
  'failures.level.nothing': 'means nothing there',

  'failures.seeds': 'Runs a cell',
  'failures.progress': 'Runs that are done',
  'failures.progress.of': '{done} of {total} runs',
  'failures.left': 'about {time} left',
  'failures.stop': 'Stop',
  'failures.goOn': 'Go on',
  'failures.complete': 'Complete',
  'failures.export': 'Table as CSV',
  'failures.export.what': 'Everything that is known by now, one line a cell, for a spreadsheet',
  'failures.said.rough': 'Every cell has been run once. The numbers are rough still.',
  'failures.said.done': 'The table is complete.',
  'failures.said.stopped': 'Stopped.',

  'failures.details': 'The cell that is picked',
  'failures.open': 'Open this run',
  'failures.open.what':
    'The run of seed 1, {seconds} seconds before the fault; with the same fault in every architecture',
  'failures.strikes': 'Strikes {target}',
  'failures.runs': '{n} of {of} runs so far',
  'failures.failed': 'A run came to nothing: {message}',
  'failures.bad': 'Refused, lost or put aside',
  'failures.without': 'Without the fault',
  'failures.started': 'Uploads in a run',
  'failures.refused': 'Refused',
  'failures.lost': 'Lost',
  'failures.deadLettered': 'Dead letters',
  'failures.unfinished': 'Still under way at the end',
  'failures.detected': 'Noticed after',
  'failures.detected.what':
    'Until anything but the struck part itself noticed, counted from the beginning of the fault',
  'failures.recovered': 'Recovered after',
  'failures.recovered.what':
    'Until the last upload was refused or lost because of it and others got through, counted from its beginning',
  'failures.caughtUp': 'Caught up after',
  'failures.caughtUp.what': 'Until no more uploads were waiting than before it, counted from its beginning',
  'failures.never': 'not by the end',
  'failures.of': 'in {n} of {of} runs',
  'failures.suffering': 'Others that suffer',
  'failures.suffering.what': 'Parts that the fault did not strike and at which something failed because of it',
  'failures.reason': 'Most frequent reason',
  'failures.reason.of': '{n}% of what went wrong',

  'failures.small': 'Small picture of this run',
  'failures.small.play': 'Play the small picture',
  'failures.small.pause': 'Pause the small picture',
  'failures.small.before': 'before the fault',
  'failures.small.during': 'the fault lasts',
  'failures.small.after': 'after the fault',
  'failures.small.calm': 'nothing goes wrong',
} as const satisfies Words;
