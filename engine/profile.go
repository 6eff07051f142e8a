package engine

// Profile is what the user has told the tool about themselves. It mirrors the
// settings of extension/src/shared/settings.ts; testdata/contract/profile.json is
// read by the tests of both.
type Profile struct {
	Org       string   // ec, osce, un or an organisation's own pack
	Status    string   // official, seconded, contractor, intern, member or former
	Field     []string // the user's field of work, in words
	Device    string   // private or corporate
	Official  bool     // the account is an official account of the organisation
	Watchlist []string // the user's own words
	Lang      string   // language of the messages; English where a rule has no other
}
