/** The catalogue of faults and the models agree on who can be struck by what. */
import { expect, it } from 'vitest';
import { faultCatalogue } from '../../src/faults/catalogue.ts';
import { type Fault, faults } from '../../src/models/facts.ts';
import { componentKinds, models } from '../../src/models/registry.ts';

/** Kinds whose model knows how the fault begins and ends. */
function kindsWithBehaviour(fault: Fault): string[] {
  return componentKinds.filter((kind) => {
    const model: object = models[kind];
    return 'faults' in model && Object.hasOwn(model.faults as object, fault);
  });
}

it('knows every fault, and no other', () => {
  expect(Object.keys(faultCatalogue)).toEqual([...faults]);
});

it.each(faults)('names the kinds whose models know %s', (fault) => {
  expect(faultCatalogue[fault].kinds.toSorted()).toEqual(kindsWithBehaviour(fault).toSorted());
  expect(faultCatalogue[fault].kinds).not.toEqual([]);
});
