import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { NetworkDetails, NetworkLink, NetworkNode } from '../../../../shared/contract/networks.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import type { Box, NetworkPicture } from '../../../../shared/domain/network/picture.ts';
import { useT } from '../../../services/text.ts';
import { DrawnMarks } from '../charts/DrawnMarks.tsx';
import { boardKey, type Chosen, type Place } from './board-model.ts';

export type BoardProps = {
  readonly network: NetworkDetails;
  readonly picture: NetworkPicture;
  readonly scale: number;
  readonly canChange: boolean;
  readonly chosen: Chosen | null;
  readonly onChoose: (chosen: Chosen) => void;
  /** While it is dragged; the former place comes back with null. */
  readonly onMoving: (node: Guid, to: Place | null) => void;
  readonly onMoved: (node: Guid, to: Place) => void;
  readonly onZoom: (factor: number | null) => void;
  readonly describeNode: (node: NetworkNode) => string;
  readonly describeLink: (link: NetworkLink) => string;
};

type Drag = { readonly node: NetworkNode; readonly x: number; readonly y: number; readonly to: Place | null };

/** Pixels from which on a press is a drag. */
const reach = 5;

/** The picture with its nodes and links as buttons over it: nodes are one stop of the Tab key and can be moved. */
export function Board(props: BoardProps) {
  const {
    network,
    picture,
    scale,
    canChange,
    chosen,
    onChoose,
    onMoving,
    onMoved,
    onZoom,
    describeNode,
    describeLink,
  } = props;
  const t = useT();
  const ground = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  const keyed = useRef<{ readonly node: Guid; readonly to: Place } | null>(null);
  const [active, setActive] = useState<Guid | null>(null);
  const [link, setLink] = useState<Guid | null>(null);
  const focused = network.nodes.find(({ guid }) => guid === active) ?? network.nodes[0];
  const shownLink = network.links.find(({ guid }) => guid === link) ?? null;

  const settle = (): void => {
    const moved = keyed.current;
    keyed.current = null;
    if (moved) onMoved(moved.node, moved.to);
  };
  const press = (event: KeyboardEvent): void => {
    if (!focused || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = boardKey(event, network.nodes, network.links, focused.guid, link);
    if (!key) return;
    event.preventDefault();
    switch (key.kind) {
      case 'open':
        return onChoose(shownLink ? { kind: 'link', guid: shownLink.guid } : { kind: 'node', guid: focused.guid });
      case 'zoom':
        return onZoom(key.factor);
      case 'link':
        return setLink(key.link);
      case 'focus':
        setLink(null);
        setActive(key.node);
        ground.current?.querySelector<HTMLElement>(`[data-node="${key.node}"]`)?.focus();
        return undefined;
      case 'move': {
        if (!canChange) return undefined;
        const from = keyed.current?.to ?? focused;
        keyed.current = { node: focused.guid, to: { x: from.x + key.by.x, y: from.y + key.by.y } };
        return onMoving(focused.guid, keyed.current.to);
      }
    }
  };
  const pointerMove = (event: PointerEvent): void => {
    const held = drag.current;
    if (!held || !canChange) return;
    const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
    if (held.to === null && Math.hypot(dx, dy) < reach) return;
    const to = { x: Math.round(held.node.x + dx / scale), y: Math.round(held.node.y + dy / scale) };
    drag.current = { ...held, to };
    onMoving(held.node.guid, to);
  };
  const pointerUp = (): void => {
    const held = drag.current;
    drag.current = null;
    if (held?.to) onMoved(held.node.guid, held.to);
  };
  const { width, height } = picture.drawing;
  return (
    <div className="board-scroll">
      <div
        role="group"
        className="board"
        ref={ground}
        style={{ width: width * scale, height: height * scale }}
        aria-label={t('networks.board', {
          name: network.name,
          nodes: network.nodes.length,
          links: network.links.length,
        })}
      >
        <DrawnMarks drawing={picture.drawing} scale={scale} />
        {network.links.map((each) => {
          const line = picture.lines.get(each.guid);
          if (!line) return null;
          const isShown = link === each.guid || (chosen?.kind === 'link' && chosen.guid === each.guid);
          return (
            <button
              key={each.guid}
              type="button"
              tabIndex={-1}
              className={isShown ? 'board-link board-link-shown' : 'board-link'}
              style={barOf(line, scale)}
              aria-label={describeLink(each)}
              title={describeLink(each)}
              onClick={() => onChoose({ kind: 'link', guid: each.guid })}
            />
          );
        })}
        {network.nodes.map((node) => {
          const box = picture.boxes.get(node.guid);
          if (!box) return null;
          return (
            <button
              key={node.guid}
              type="button"
              data-node={node.guid}
              tabIndex={node.guid === focused?.guid ? 0 : -1}
              className="board-node"
              style={placeOf(box, scale)}
              aria-label={describeNode(node)}
              aria-pressed={chosen?.kind === 'node' && chosen.guid === node.guid}
              title={node.label}
              onFocus={() => setActive(node.guid)}
              onBlur={settle}
              onKeyDown={press}
              onKeyUp={({ key }) => key === 'Shift' && settle()}
              onPointerMove={pointerMove}
              onPointerUp={pointerUp}
              onPointerDown={(event) => {
                drag.current = { node, x: event.clientX, y: event.clientY, to: null };
                event.currentTarget.setPointerCapture(event.pointerId);
              }}
              onClick={(event) => {
                setLink(null);
                // Keys are dealt with above; a click without a pointer is one of them.
                if (event.detail > 0) onChoose({ kind: 'node', guid: node.guid });
              }}
            />
          );
        })}
      </div>
      <output className="visually-hidden">{shownLink ? describeLink(shownLink) : ''}</output>
    </div>
  );
}

function placeOf({ left, top, right, bottom }: Box, scale: number) {
  return { left: left * scale, top: top * scale, width: (right - left) * scale, height: (bottom - top) * scale };
}

/** A bar along the line, wide enough to be hit. */
function barOf([x1, y1, x2, y2]: readonly [number, number, number, number], scale: number) {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const angle = Math.atan2(y2 - y1, x2 - x1);
  return {
    left: ((x1 + x2) / 2 - length / 2) * scale,
    top: ((y1 + y2) / 2) * scale - 12,
    width: length * scale,
    transform: `rotate(${angle}rad)`,
  };
}
