/** What the comparison is for and what to try, where there is no room for it beside the pictures. */
import { Examples } from '../panels/story/Examples.tsx';
import { TryThis } from '../panels/story/TryThis.tsx';
import { PanelSection } from '../ui/PanelSection.tsx';
import { useText } from '../ui/use-text.ts';

export function CompareStory() {
  const say = useText();
  return (
    <>
      <p>{say('compare.story.1')}</p>
      <p>{say('compare.story.2')}</p>
      <PanelSection title={say('story.try')}>
        <TryThis />
      </PanelSection>
      <PanelSection title={say('story.examples')}>
        <Examples />
      </PanelSection>
    </>
  );
}
