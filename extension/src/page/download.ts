/** Gives the user a file. Only from a click. */
export function download(name: string, type: string, content: string): void {
	const address = URL.createObjectURL(new Blob([content], {type}));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// The browser has taken hold of it by then.
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
