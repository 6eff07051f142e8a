/** The places still to be filled in, such as `[your question]`, each once. */
export function openPlaces(text: string, places: readonly string[]): string[] {
	return places.filter((place, index) => text.includes(place) && places.indexOf(place) === index);
}
