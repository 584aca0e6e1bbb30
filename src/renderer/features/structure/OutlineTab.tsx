import { CircleHelp, Heading } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { OutlineNode } from '../../../shared/domain/outline.ts';
import type { OpenTranscript } from '../../parts/open-transcript.ts';
import { useT } from '../../services/text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Tree } from '../../ui/Tree.tsx';
import type { TreeNode } from '../../ui/tree-types.ts';
import { useOutline } from './use-outline.ts';

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
  const current = useCurrent(open, shown);
  const find = (id: string): OutlineNode | undefined => flat(shown).find((node) => node.id === id);
  const jump = (id: string | undefined, isFocusing: boolean): void => {
    const node = id === undefined ? undefined : find(id);
    if (!node) return;
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
      <div className="structure-tree">
        <Tree<OutlineNode>
          label={t('structure.tab.outline')}
          nodes={tree}
          selectionMode="single"
          selectedIds={new Set(current === null ? [] : [current])}
          onSelect={([id]) => jump(id, false)}
          onAction={(id) => jump(id, true)}
          expandedIds={expanded}
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

/** The entry whose part of the text stands at the upper edge of the screen. */
function useCurrent({ view }: OpenTranscript, nodes: readonly OutlineNode[]): string | null {
  const [top, setTop] = useState(0);
  useEffect(() => {
    const scroller = document.querySelector('.transcript');
    const note = (): void => setTop(view.topOffset());
    note();
    scroller?.addEventListener('scrollend', note);
    return () => scroller?.removeEventListener('scrollend', note);
  }, [view]);
  return useMemo(() => flat(nodes).findLast(({ start }) => start <= top)?.id ?? null, [nodes, top]);
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
