package local

import (
	"net/http"
	"net/netip"
	"sync"
	"time"
)

// allFactor times what one address may do is what all together may.
const allFactor = 4

// Limit counts requests by the address they come from, in memory and for a minute.
// Behind a proxy everybody has one address.
type Limit struct {
	most int

	mutex sync.Mutex
	since time.Time
	all   int
	by    map[netip.Prefix]int
}

// NewLimit allows so many requests a minute from one address.
func NewLimit(most int) *Limit { return &Limit{most: most, by: map[netip.Prefix]int{}} }

// Allow implements channels.Limit.
func (l *Limit) Allow(r *http.Request) (bool, error) { return l.allow(sender(r), time.Now()), nil }

func (l *Limit) allow(sender netip.Prefix, now time.Time) bool {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if now.Sub(l.since) >= time.Minute {
		l.since, l.all = now, 0
		clear(l.by)
	}
	if l.all >= allFactor*l.most || l.by[sender] >= l.most {
		return false
	}
	l.all++
	l.by[sender]++
	return true
}

// sender is the address a request comes from; of IPv6 the network that one customer has.
func sender(r *http.Request) netip.Prefix {
	from, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Prefix{}
	}
	bits, address := 64, from.Addr().Unmap().WithZone("")
	if address.Is4() {
		bits = 32
	}
	network, _ := address.Prefix(bits) // bits that every such address has
	return network
}
