/** What people are about: an upload, or an event that belongs to none, from the first try to the last. Plain data. */

export interface Errand {
  /** Where it stands in the list; the token of its requests. */
  index: number;
  isActive: number;
  /** Tells one user of a place in the list from the next. */
  life: number;
  /** -1 for an event. */
  upload: number;
  /** Code of the event that it tells of. */
  event: number;
  /** How often it has been tried. */
  tries: number;
  /** What the last retry took out of the budget. */
  paid: number;
  /** 1 if one of a number of people does it, who then thinks before the next one. */
  isOfPerson: number;
  /** 1 while it waits for its next try. */
  isBackingOff: number;
}

export interface Errands {
  all: Errand[];
  free: number[];
}

export function noErrands(): Errands {
  return { all: [], free: [] };
}

export function takeErrand(errands: Errands, upload: number, event: number, isOfPerson: boolean): Errand {
  const index = errands.free.pop();
  if (index === undefined) {
    const errand: Errand = {
      index: errands.all.length,
      isActive: 1,
      life: 0,
      upload,
      event,
      tries: 0,
      paid: 0,
      isOfPerson: isOfPerson ? 1 : 0,
      isBackingOff: 0,
    };
    errands.all.push(errand);
    return errand;
  }
  const errand = errands.all[index] as Errand;
  errand.isActive = 1;
  errand.upload = upload;
  errand.event = event;
  errand.tries = 0;
  errand.paid = 0;
  errand.isOfPerson = isOfPerson ? 1 : 0;
  errand.isBackingOff = 0;
  return errand;
}

/** The errand is done with; wakes that were meant for it are meant for nobody now. */
export function freeErrand(errands: Errands, errand: Errand): void {
  errand.isActive = 0;
  errand.isBackingOff = 0;
  errand.life += 1;
  errands.free.push(errand.index);
}
