import {useEffect, useState} from 'preact/hooks';
import {noPolicy, onPolicyChange, type Policy, readPolicy} from '../shared/policy.js';

/** What the organisation has set beforehand; nothing until it is read. */
export function usePolicy(): Policy {
	const [policy, setPolicy] = useState<Policy>(noPolicy);
	useEffect(() => {
		const look = () => void readPolicy().then(setPolicy);
		look();
		return onPolicyChange(look);
	}, []);
	return policy;
}
