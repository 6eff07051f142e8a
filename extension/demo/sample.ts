/** A post of an invented official that nobody should publish. */
export const samplePost =
	'Colleagues tell me the Commission will withdraw the proposal 🚀 ' +
	'The internal evaluation says two of our five offices never met a single partner, ' +
	'and it is under embargo until noon. #NotYetPublic';
