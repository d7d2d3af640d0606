/** The controls, worked by mouse and keys as a person would, in a real browser. */
import { type ReactNode, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import { Button } from '../../src/ui/Button.tsx';
import { Choice } from '../../src/ui/Choice.tsx';
import { Dialog } from '../../src/ui/Dialog.tsx';
import { Fold } from '../../src/ui/Fold.tsx';
import { IconButton } from '../../src/ui/IconButton.tsx';
import { Slider } from '../../src/ui/Slider.tsx';
import { Switch } from '../../src/ui/Switch.tsx';
import { Tabs } from '../../src/ui/Tabs.tsx';

let root: Root;

beforeEach(() => {
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
});

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

const show = (node: ReactNode): void => root.render(node);

describe('a switch', () => {
  it('says whether it is on, and turns with a click on its name and with the space bar', async () => {
    const told = vi.fn();
    function Crash() {
      const [on, setOn] = useState(false);
      const turn = (next: boolean): void => {
        told(next);
        setOn(next);
      };
      return <Switch label="Crash it" checked={on} onChange={turn} tone="failed" />;
    }
    show(<Crash />);
    const crash = page.getByRole('switch', { name: 'Crash it' });
    await expect.element(crash).not.toBeChecked();
    await page.getByText('Crash it').click();
    await expect.element(crash).toBeChecked();
    await userEvent.keyboard(' ');
    await expect.element(crash).not.toBeChecked();
    expect(told.mock.calls).toEqual([[true], [false]]);
  });
});

describe('a slider', () => {
  const range = { min: 0, max: 120 };
  const format = (value: number): string => `${value} s`;

  it('has a name and says its value with its unit', async () => {
    show(<Slider label="Boot time" value={60} range={range} format={format} onChange={() => {}} />);
    const slider = page.getByRole('slider', { name: 'Boot time' });
    await expect.element(slider).toHaveAttribute('aria-valuetext', '60 s');
  });

  it('decides with every key, and only when the value changes', async () => {
    const decided = vi.fn();
    function Boot() {
      const [value, setValue] = useState(60);
      const decide = (next: number): void => {
        decided(next);
        setValue(next);
      };
      return <Slider label="Boot time" value={value} range={range} format={format} onChange={decide} />;
    }
    show(<Boot />);
    const slider = page.getByRole('slider', { name: 'Boot time' });
    await expect.element(slider).toBeInTheDocument();
    (slider.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    await userEvent.keyboard('{End}{End}');
    await expect.element(slider).toHaveAttribute('aria-valuetext', '120 s');
    expect(decided.mock.calls).toEqual([[61], [120]]);
  });
});

describe('tabs', () => {
  it('show one thing at a time, and the arrows lead from one to the next', async () => {
    function Parts() {
      const [tab, setTab] = useState<'story' | 'figures'>('story');
      const tabs = [
        { id: 'story', label: 'Story', content: <p>Once upon a time</p> },
        { id: 'figures', label: 'Figures', content: <p>42</p> },
      ] as const;
      return <Tabs label="Parts" value={tab} onChange={setTab} tabs={tabs} />;
    }
    show(<Parts />);
    await page.getByRole('tab', { name: 'Story' }).click();
    await expect.element(page.getByRole('tabpanel')).toHaveTextContent('Once upon a time');
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByRole('tab', { name: 'Figures' })).toHaveAttribute('aria-selected', 'true');
    await expect.element(page.getByRole('tabpanel')).toHaveTextContent('42');
  });
});

describe('a choice', () => {
  it('is one of a few radio buttons, turned with the arrows', async () => {
    function Words() {
      const [value, setValue] = useState<'neutral' | 'aws'>('neutral');
      const options = [
        { value: 'neutral', label: 'Plain' },
        { value: 'aws', label: 'AWS' },
      ] as const;
      return <Choice label="Words" options={options} value={value} onChange={setValue} />;
    }
    show(<Words />);
    await expect.element(page.getByRole('group', { name: 'Words' })).toBeInTheDocument();
    const plain = page.getByRole('radio', { name: 'Plain' });
    (plain.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByRole('radio', { name: 'AWS' })).toBeChecked();
    await plain.click();
    await expect.element(plain).toBeChecked();
  });
});

describe('a dialog', () => {
  function Page({ onClosed }: { onClosed: () => void }) {
    const [open, setOpen] = useState(false);
    const close = (): void => {
      setOpen(false);
      onClosed();
    };
    return (
      <>
        <Button onClick={() => setOpen(true)}>Open</Button>
        {open && (
          <Dialog title="What this is" onClose={close}>
            <p>A simulation</p>
          </Dialog>
        )}
      </>
    );
  }

  it('takes the focus, closes on Escape, and gives the focus back', async () => {
    const closed = vi.fn();
    show(<Page onClosed={closed} />);
    await page.getByRole('button', { name: 'Open' }).click();
    const dialog = page.getByRole('dialog', { name: 'What this is' });
    await expect.element(dialog).toBeVisible();
    expect(dialog.element().contains(document.activeElement)).toBe(true);
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    expect(closed).toHaveBeenCalledOnce();
    await expect.element(page.getByRole('button', { name: 'Open' })).toHaveFocus();
  });

  it('closes with its button and with a click beside it, but not with one inside', async () => {
    const closed = vi.fn();
    show(<Page onClosed={closed} />);
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByText('A simulation').click();
    expect(closed).not.toHaveBeenCalled();
    await page.getByRole('button', { name: 'Close' }).click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Open' }).click();
    await expect.element(page.getByRole('dialog')).toBeVisible();
    document.elementFromPoint(3, 3)?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(closed).toHaveBeenCalledTimes(2);
  });
});

describe('a button that shows only a sign', () => {
  it('has a name, and shows it where the focus is', async () => {
    show(<IconButton label="Fold the story away" icon={<svg aria-hidden="true" />} />);
    const button = page.getByRole('button', { name: 'Fold the story away' });
    await expect.element(button).toBeVisible();
    await userEvent.tab();
    await expect.element(button).toHaveFocus();
    await expect.element(page.getByText('Fold the story away')).toBeVisible();
  });

  it('is large enough to hit', async () => {
    show(<IconButton label="Close" icon={<svg aria-hidden="true" />} />);
    const button = page.getByRole('button', { name: 'Close' });
    await expect.element(button).toBeVisible();
    const { width, height } = button.element().getBoundingClientRect();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  });
});

describe('a fold', () => {
  it('hides what is needed now and then until it is opened', async () => {
    show(
      <Fold title="The run">
        <p>Seed</p>
      </Fold>,
    );
    await expect.element(page.getByText('Seed')).not.toBeVisible();
    await page.getByText('The run').click();
    await expect.element(page.getByText('Seed')).toBeVisible();
  });
});
