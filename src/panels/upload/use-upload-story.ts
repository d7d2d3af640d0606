/** What became of an upload in one run, up to the moment that is shown. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { seconds } from '../../engine/time.ts';
import type { Run } from '../../stores/session.ts';
import { usePlayhead } from '../use-playhead.ts';
import { asShown, rowsOf, storyAt, type UploadStory } from './upload-story.ts';

export function useUploadStory(run: Run, upload: number): UploadStory {
  const t = usePlayhead(run);
  // The reel grows and shrinks in place; the store's version says that it did.
  const version = useStore(run.store, (state) => state.version);
  const { facts } = run.reel;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` stands for what is in the reel.
  const rows = useMemo(() => rowsOf(facts, upload), [facts, upload, version]);
  const story = storyAt(facts, rows, seconds(t));
  const frame = run.frames.latest();
  return frame ? asShown(story, upload, frame.view) : story;
}
