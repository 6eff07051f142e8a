package engine

// Document is what the writer is about to publish.
type Document struct {
	Text    string
	Parts   []string // the posts of a thread; Text is empty then
	Surface string   // post reply quote comment repost like dm bio name article; "" is post
	Site    string   // x linkedin facebook or none
	Lang    string   // "" lets the engine guess
	Handle  string   // the account that writes, without @, where the page shows it; "" is not known
	Shared  Shared
}

// Shared is what is quoted, shared or liked.
type Shared struct {
	Text   string
	Author string // a handle without @, or a name
}
