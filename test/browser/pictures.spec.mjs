// The two pictures beside the editor: what they show, and how picture and text lead to each other.
import assert from 'node:assert/strict';
import { watchPolicy } from './driver/console.mjs';
import { designFile } from './driver/design.mjs';
import { cursorAt, focusEditor, goTo, openFile } from './driver/editor.mjs';
import {
  collidingWords,
  drawn,
  farthestMove,
  isInside,
  overlaps,
  shape,
  shapes,
  showPicture,
  viewportOf,
} from './driver/picture.mjs';
import { screenshot } from './driver/screenshot.mjs';
import { until } from './driver/until.mjs';
import { useWindow } from './driver/workbench.mjs';

const name = 'figure1.hacluster';

/** Text comes into the editor as it is written here, without help. */
const asTyped = {
  'editor.autoIndent': 'none',
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
};

const newGroup = `
group "VM3" {
  owner = HostB
  physical_disk LUN3
  virtual_machine_configuration "VM3 Configuration" { path = "H:\\VM3\\vm3.xml"  depends_on = LUN3 }
  virtual_machine "VM3" { memory = 2GB  configuration = "VM3 Configuration"  depends_on = "VM3 Configuration" and LUN3 }
}
disk "LUN3" { storage = SAN1  lun = 3  size = 100GB  volume "H:" { } }
`;

const views = {
  storage: {
    title: 'Storage Ownership',
    ids: ['node:HostA', 'node:HostB', 'disk:LUN1', 'disk:LUN2', 'volume:LUN2/G:', 'resource:VM1', 'resource:VM2'],
    click: { id: 'node:HostB', text: 'node "HostB"' },
  },
  dependencies: {
    title: 'Resource Dependencies',
    ids: ['group:VM1', 'group:VM2', 'resource:VM2', 'resource:VM2 Configuration', 'resource:LUN2'],
    click: { id: 'resource:VM2', text: 'virtual_machine "VM2"' },
  },
};

for (const [view, { title, ids, click }] of Object.entries(views)) {
  describe(`${title} of a small design`, () => {
    const window = useWindow({ settings: asTyped });
    let policy;
    let frame;

    before(async () => {
      const { page } = window();
      policy = watchPolicy(page);
      await openFile(page, name);
      frame = await showPicture(page, view);
    });

    it('shows what is in the design, each thing by its spoken name, nothing upon another', async () => {
      const all = await shapes(frame);
      assert.deepEqual(
        ids.filter((id) => !all.some((found) => found.id === id)),
        [],
      );
      assert.deepEqual(
        all.filter((found) => !/^[A-Z]/.test(found.name)),
        [],
      );
      assert.deepEqual(overlaps(all), []);
      assert.deepEqual(await collidingWords(frame), []);
    });

    it('leaves the keyboard to the editor', async () => {
      const { page } = window();
      const focused = await page.evaluate(() => document.activeElement?.closest('.editor-instance') !== null);
      assert.ok(focused);
    });

    it('leads from a shape to its declaration', async () => {
      const { page, folder } = window();
      await shape(frame, click.id).click();
      await cursorAt(page, designFile(folder, name).lineOf(click.text));
    });

    it('marks the shape the cursor is in', async () => {
      const { page, folder } = window();
      await focusEditor(page, name);
      await goTo(page, designFile(folder, name).lineOf('virtual_machine "VM1"'), 5);
      await until(
        'the mark',
        () => shape(frame, 'resource:VM1').getAttribute('aria-selected'),
        (selected) => selected === 'true',
      );
      const marked = (await shapes(frame)).filter(({ selected }) => selected);
      assert.deepEqual(
        marked.map(({ id }) => id),
        ['resource:VM1'],
      );
    });

    it('stays where it is while a line is changed', async () => {
      const { page, folder } = window();
      const { line, column } = designFile(folder, name).endOf('memory         = 4');
      await goTo(page, line, column - 1);
      const before = await shapes(frame);
      const placeBefore = await viewportOf(frame);
      await page.keyboard.type('1');
      await shape(frame, 'resource:VM2').and(frame.locator('[aria-label*="14 GB"]')).waitFor();
      const after = await shapes(frame);
      assert.equal(farthestMove(before, after), 0);
      assert.deepEqual(
        after.map((found) => found.id),
        before.map((found) => found.id),
      );
      assert.equal(await viewportOf(frame), placeBefore);
    });

    it('moves little when a virtual machine is added', async () => {
      const { page, folder } = window();
      const before = await shapes(frame);
      await goTo(page, designFile(folder, name).lineOf('scenario "HostA loses power"') - 1);
      await page.keyboard.insertText(newGroup);
      await shape(frame, 'resource:VM3').waitFor();
      const after = await shapes(frame);
      assert.ok(farthestMove(before, after) < 60, `A shape has moved ${farthestMove(before, after)} px.`);
      assert.deepEqual(overlaps(after), []);
    });

    it('keeps the last picture while the text cannot be read, and says so', async () => {
      const { page, folder } = window();
      const count = (await shapes(frame)).length;
      await goTo(page, designFile(folder, name).lineOf('node "HostB"'), 1);
      await page.keyboard.type('= ');
      await frame.getByText(/cannot be read/).waitFor();
      assert.equal((await shapes(frame)).length, count);
      await screenshot(page, `${view} unreadable`);
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Backspace');
      await frame.getByText(/cannot be read/).waitFor({ state: 'detached' });
    });

    it('has broken no policy', () => assert.deepEqual(policy, []));
  });
}

describe('pictures of a three-node lab', () => {
  const window = useWindow();

  it('show all of it without anything upon another, one view in the place of the other', async () => {
    const { page } = window();
    await openFile(page, 'three-node-lab.hacluster');
    for (const view of ['storage', 'dependencies']) {
      const frame = await showPicture(page, view);
      const all = await shapes(frame);
      assert.ok(all.some(({ id }) => id === 'resource:SQL-01'));
      assert.deepEqual(overlaps(all), []);
      assert.deepEqual(await collidingWords(frame), []);
      await screenshot(page, `lab ${view}`);
    }
    await page.locator('.tab', { hasText: 'Storage Ownership' }).click();
    await drawn(page, 'storage');
  });

  it('keep a machine in its host', async () => {
    const { page } = window();
    const all = await shapes(await drawn(page, 'storage'));
    const box = (id) => all.find((found) => found.id === id).box;
    assert.ok(box('node:LAB-03'));
    assert.ok(!isInside(box('node:LAB-03'), box('node:LAB-01')));
  });
});
