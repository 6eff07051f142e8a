/** @jsxImportSource react */
import {useEffect, useRef} from 'react';

const nodesPerSecond = 1000;
const mostNodes = 3000;
const everyMs = 50;

interface Cell {
	cell: Node;
	/** Elements and texts in it. */
	nodes: number;
}

function countNodes(cell: Node): number {
	const all = document.createNodeIterator(cell, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
	let nodes = 0;
	while (all.nextNode()) nodes++;
	return nodes;
}

/** The cells of the feed before `list`, to be copied again and again. */
function cellsBefore(list: HTMLElement): Cell[] {
	const cells = [...list.parentElement!.children].filter(one => one !== list);
	return cells.map(cell => ({cell, nodes: countNodes(cell)}));
}

/** Adds copies at a steady pace and takes the oldest away; gives what ends it. */
function run(list: HTMLElement): () => void {
	const cells = cellsBefore(list);
	const live: number[] = [];
	const startMs = performance.now();
	let copies = 0;
	let added = 0;
	let alive = 0;
	const addOne = () => {
		const {cell, nodes} = cells[copies++ % cells.length]!;
		list.append(cell.cloneNode(true));
		live.push(nodes);
		added += nodes;
		alive += nodes;
	};
	const timer = setInterval(() => {
		while (added < ((performance.now() - startMs) / 1000) * nodesPerSecond) addOne();
		for (; alive > mostNodes; alive -= live.shift()!) list.firstChild?.remove();
	}, everyMs);
	return () => clearInterval(timer);
}

/** A feed that never rests: 1,000 nodes a second come, and old ones go. */
export function Stress() {
	const ref = useRef<HTMLDivElement>(null);
	useEffect(() => run(ref.current!), []);
	return <div ref={ref} />;
}
