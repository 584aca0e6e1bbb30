import './network.css';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { useT } from '../../../services/text.ts';
import type { Rgb } from '../charts/color-scale.ts';
import type { Measure } from '../charts/labels.ts';
import type { Point } from './force-layout.ts';
import { edgeAt, nodeAt } from './navigation.ts';
import { consequenceOf } from './network-keys.ts';
import type { Network } from './network-model.ts';
import { NetworkEdges } from './NetworkEdges.tsx';
import { mostElements, NetworkNodes } from './NetworkNodes.tsx';
import type { ScreenSize, Viewport } from './use-viewport.ts';

export type NetworkPictureProps = {
  readonly svg: SVGSVGElement | null;
  readonly svgRef: (svg: SVGSVGElement | null) => void;
  readonly network: Network;
  readonly points: readonly Point[];
  readonly viewport: Viewport;
  readonly size: ScreenSize;
  readonly ground: Rgb;
  readonly measure: Measure;
  readonly describeNode: (node: number) => string;
  readonly describeEdge: (edge: number, from: number) => string;
  readonly onMove: (node: Guid, to: Point) => void;
  readonly onPan: (dx: number, dy: number) => void;
  readonly onZoom: (factor: number) => void;
  readonly onOpenNode: (node: number) => void;
  readonly onOpenEdge: (edge: number) => void;
};

type Drag = { readonly node: number; readonly x: number; readonly y: number; readonly isMoved: boolean };

/** Pixels within which a press means a link, and from which on a press is a drag. */
const reach = 6;

/** Codes are one stop of the Tab key; arrows move between them, Page Up and Page Down between the links of one. */
export function NetworkPicture(props: NetworkPictureProps) {
  const {
    svg,
    svgRef,
    network,
    points,
    viewport,
    describeNode,
    describeEdge,
    onMove,
    onPan,
    onZoom,
    onOpenNode,
    onOpenEdge,
  } = props;
  const t = useT();
  const drag = useRef<Drag | null>(null);
  const [active, setActive] = useState(0);
  const [edge, setEdge] = useState<number | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const [hoveredNode, setHoveredNode] = useState<number | null>(null);
  /** The node that takes the focus once it is an element. */
  const wanted = useRef<number | null>(null);
  const focused = Math.min(active, network.nodes.length - 1);
  const shownEdge = hovered ?? edge;

  const onPlane = (event: PointerEvent): Point => {
    const box = svg?.getBoundingClientRect();
    return {
      x: (event.clientX - (box?.left ?? 0) - viewport.x) / viewport.scale,
      y: (event.clientY - (box?.top ?? 0) - viewport.y) / viewport.scale,
    };
  };
  const focusNode = (node: number): void => {
    setActive(node);
    setEdge(null);
    const element = elementOf(svg, node);
    if (element) element.focus();
    else wanted.current = node;
  };
  useEffect(() => {
    // Of hundreds only a few nodes are elements; the active one is among them by now.
    const element = wanted.current === null ? null : elementOf(svg, wanted.current);
    if (!element) return;
    element.focus();
    wanted.current = null;
  });
  const nodeUnder = (event: PointerEvent): number =>
    network.nodes.length > mostElements ? nodeAt(network.nodes, points, onPlane(event)) : nodeOfElement(event.target);
  const press = (event: KeyboardEvent): void => {
    const consequence = consequenceOf(event, { network, points, focused, edge, scale: viewport.scale });
    if (!consequence) return;
    event.preventDefault();
    switch (consequence.kind) {
      case 'open-node':
        return onOpenNode(focused);
      case 'open-edge':
        return onOpenEdge(consequence.edge);
      case 'edge':
        return setEdge(consequence.edge);
      case 'focus':
        return focusNode(consequence.node);
      case 'move':
        return onMove(network.nodes[focused]?.guid as Guid, consequence.to);
      case 'zoom':
        return onZoom(consequence.factor);
    }
  };
  const pointerMove = (event: PointerEvent): void => {
    const held = drag.current;
    if (!held) {
      const node = nodeUnder(event);
      const found = edgeAt(network.edges, points, onPlane(event), reach / viewport.scale);
      setHoveredNode(node === -1 ? null : node);
      setHovered(found === -1 ? null : found);
      return;
    }
    const dx = event.clientX - held.x;
    const dy = event.clientY - held.y;
    if (!held.isMoved && Math.hypot(dx, dy) < reach) return;
    drag.current = { ...held, x: event.clientX, y: event.clientY, isMoved: true };
    if (held.node === -1) onPan(dx, dy);
    else onMove(network.nodes[held.node]?.guid as Guid, onPlane(event));
  };
  const pointerUp = (event: PointerEvent): void => {
    const held = drag.current;
    drag.current = null;
    if (!held || held.isMoved) return;
    if (held.node !== -1) {
      onOpenNode(held.node);
      return;
    }
    const found = edgeAt(network.edges, points, onPlane(event), reach / viewport.scale);
    if (found !== -1) onOpenEdge(found);
  };
  return (
    <>
      <div
        role="application"
        className="network"
        aria-label={t('display.network.picture', { nodes: network.nodes.length, edges: network.edges.length })}
        onKeyDown={press}
        onPointerDown={(event) => {
          const node = nodeUnder(event);
          drag.current = { node, x: event.clientX, y: event.clientY, isMoved: false };
          event.currentTarget.setPointerCapture(event.pointerId);
          if (node !== -1) focusNode(node);
        }}
        onPointerMove={pointerMove}
        onPointerUp={pointerUp}
        onPointerLeave={() => {
          setHovered(null);
          setHoveredNode(null);
        }}
      >
        <svg ref={svgRef} className="network-plane">
          <g transform={`translate(${viewport.x} ${viewport.y}) scale(${viewport.scale})`}>
            <NetworkEdges network={network} points={points} marked={shownEdge} />
            <NetworkNodes
              {...props}
              focused={focused}
              hovered={hoveredNode}
              describe={describeNode}
              onFocus={setActive}
            />
          </g>
        </svg>
      </div>
      <output className="visually-hidden">{edge === null ? '' : describeEdge(edge, focused)}</output>
      {shownEdge !== null && (
        <p className="network-tip" aria-hidden="true">
          {describeEdge(shownEdge, hovered === null ? focused : (network.edges[shownEdge]?.source ?? 0))}
        </p>
      )}
    </>
  );
}

function elementOf(svg: SVGSVGElement | null, node: number): SVGGElement | null {
  return svg?.querySelector<SVGGElement>(`[data-node="${node}"]`) ?? null;
}

function nodeOfElement(target: EventTarget): number {
  const node = target instanceof Element ? target.closest('[data-node]')?.getAttribute('data-node') : null;
  return node === null || node === undefined ? -1 : Number(node);
}
