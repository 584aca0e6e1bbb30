import { CircleHelp, Heading } from 'lucide-react';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { OutlineNode } from '../../../shared/domain/outline.ts';
import type { OpenTranscript } from '../../parts/open-transcript.ts';
import { useT } from '../../services/text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Tree } from '../../ui/Tree.tsx';
import type { TreeNode } from '../../ui/tree-types.ts';
import { useOutline } from './use-outline.ts';

/** Pixels. */
const rowHeight = 28;

/** Headings, questions and turns to jump by. Arrows lead the text along; Enter goes into it. */
export function OutlineTab({ open }: { readonly open: OpenTranscript }) {
  const t = useT();
  const nodes = useOutline(open);
  const [filter, setFilter] = useState('');
  const shown = useMemo(() => passing(nodes, filter.trim().toLocaleLowerCase()), [nodes, filter]);
  const tree = useMemo(() => shown.map(toTree), [shown]);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const branches = useMemo(() => branchesOf(shown), [shown]);
  const expanded = useMemo(() => new Set(branches.filter((id) => !folded.has(id))), [branches, folded]);
  const [current, setCurrent] = useCurrent(open, shown);
  const holder = useRef<HTMLDivElement>(null);
  useInView(holder, current, shown, expanded);
  const find = (id: string): OutlineNode | undefined => flat(shown).find((node) => node.id === id);
  const jump = (id: string | undefined, isFocusing: boolean): void => {
    const node = id === undefined ? undefined : find(id);
    if (!node) return;
    setCurrent(node.start);
    void open.view.reveal({ start: node.start, end: node.start }, { select: isFocusing });
    if (isFocusing) open.view.focus();
  };
  if (nodes.length === 0) {
    return <EmptyState title={t('structure.outline.empty')} text={t('structure.outline.empty.text')} />;
  }
  return (
    <div className="structure-tab">
      <div className="structure-toolbar">
        <SearchField label={t('structure.outline.filter')} value={filter} onChange={setFilter} />
      </div>
      <div className="structure-tree" ref={holder}>
        <Tree<OutlineNode>
          label={t('structure.tab.outline')}
          nodes={tree}
          selectionMode="single"
          selectedIds={new Set(current === null ? [] : [current])}
          onSelect={([id]) => jump(id, false)}
          onAction={(id) => jump(id, true)}
          expandedIds={expanded}
          rowHeight={rowHeight}
          onExpand={(ids) => setFolded(new Set(branches.filter((id) => !ids.has(id))))}
          renderRow={(node) => <Row node={node.value} />}
          empty={<p className="structure-note">{t('structure.outline.nothing')}</p>}
        />
      </div>
    </div>
  );
}

function Row({ node }: { readonly node: OutlineNode }) {
  return (
    <span className={`structure-entry structure-entry-${node.kind}`}>
      {node.kind === 'heading' && <Heading aria-hidden="true" />}
      {node.kind === 'question' && <CircleHelp aria-hidden="true" />}
      {node.speaker !== null && <span className="structure-who">{node.speaker}</span>}
      <span className="ellipsis">{node.text}</span>
    </span>
  );
}

/** The entry in whose part of the text one reads: the one a third down the screen, where jumps lead to. */
function useCurrent({ view }: OpenTranscript, nodes: readonly OutlineNode[]) {
  const [at, setAt] = useState(0);
  useEffect(() => {
    const scroller = document.querySelector('.transcript');
    const text = document.querySelector('.transcript-text');
    const note = (): void => {
      if (!scroller || !text) return;
      const [box, column] = [scroller.getBoundingClientRect(), text.getBoundingClientRect()];
      setAt(view.offsetAt(column.left + 8, box.top + box.height / 3 + 12) ?? view.topOffset());
    };
    note();
    scroller?.addEventListener('scrollend', note);
    return () => scroller?.removeEventListener('scrollend', note);
  }, [view]);
  const current = useMemo(() => flat(nodes).findLast(({ start }) => start <= at)?.id ?? null, [nodes, at]);
  return [current, setAt] as const;
}

/** The outline goes along with the text: the current entry is kept in view. */
function useInView(
  holder: RefObject<HTMLDivElement | null>,
  current: string | null,
  nodes: readonly OutlineNode[],
  expanded: ReadonlySet<string>,
): void {
  useEffect(() => {
    const index = visible(nodes, expanded).findIndex(({ id }) => id === current);
    if (index < 0) return undefined;
    const show = (): void => {
      const list = holder.current?.querySelector('.tree');
      const top = index * rowHeight;
      if (!list || (top >= list.scrollTop && top + rowHeight <= list.scrollTop + list.clientHeight)) return;
      list.scrollTop = Math.max(0, top - list.clientHeight / 3);
    };
    // The list knows its new height only when it was laid out.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(show);
    });
    return () => cancelAnimationFrame(frame);
  }, [holder, current, nodes, expanded]);
}

function visible(nodes: readonly OutlineNode[], expanded: ReadonlySet<string>): readonly OutlineNode[] {
  return nodes.flatMap((node) => [node, ...(expanded.has(node.id) ? visible(node.children, expanded) : [])]);
}

function toTree(node: OutlineNode): TreeNode<OutlineNode> {
  const text = node.speaker === null ? node.text : `${node.speaker}: ${node.text}`;
  return { id: node.id, text, value: node, children: node.children.map(toTree) };
}

function passing(nodes: readonly OutlineNode[], words: string): readonly OutlineNode[] {
  if (words === '') return nodes;
  return nodes.flatMap((node) => {
    const children = passing(node.children, words);
    const isMet = `${node.speaker ?? ''} ${node.text}`.toLocaleLowerCase().includes(words);
    return isMet || children.length > 0 ? [{ ...node, children }] : [];
  });
}

function branchesOf(nodes: readonly OutlineNode[]): readonly string[] {
  return flat(nodes).flatMap(({ id, children }) => (children.length > 0 ? [id] : []));
}

function flat(nodes: readonly OutlineNode[]): readonly OutlineNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}
