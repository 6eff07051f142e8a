package match

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"circumspect/engine/fold"
	"circumspect/engine/segment"
)

// watched lists what of a text is found for words of a watchlist, folded.
func watched(t *testing.T, text string, words ...string) []string {
	t.Helper()
	o, err := NewOverlay(Own{Watchlist: words})
	require.NoError(t, err)
	return overlaid(o, text)
}

func overlaid(o *Overlay, text string) (found []string) {
	var seg segment.Text
	var h Hits
	seg.Segment(text)
	h.reset(BuiltInCount)
	o.Find(&seg, &h)
	for _, hit := range h.Of[conceptWatchlist] {
		found = append(found, string(seg.Fold.Bytes[hit.Start:hit.End]))
	}
	return found
}

func TestNamesAreFound(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"Blue Heron", "Big week for Blue Heron.", "blue heron"},
		{"Blue Heron", "big week for blue heron", "blue heron"},
		{"Blue Heron", "BLUE HERON!", "blue heron"},
		{"Blue Heron", "BlueHeron is on", "blueheron"},
		{"Blue Heron", "blueheron", "blueheron"},
		{"Blue Heron", "#BlueHeron is on", "blue heron"},
		{"Blue Heron", "#blueheron", "blueheron"},
		{"Blue Heron", "#Blue_Heron", "blue heron"},
		{"Blue Heron", "#ProjectBlueHeron", "blue heron"},
		{"Blue Heron", "#BlueHeron2027", "blue heron"},
		{"Blue Heron", "#Blue #Heron", "blue #heron"},
		{"Blue Heron", "blue-heron", "blue-heron"},
		{"Blue Heron", "Blue_Heron", "blue_heron"},
		{"Blue Heron", "Blue – Heron", "blue - heron"},
		{"Blue Heron", "blue.heron@example.org", "blue.heron"},
		{"Blue Heron", "https://example.org/blue-heron?x=1", "blue-heron"},
		{"Blue Heron", "@BlueHeron", "blueheron"},
		{"Blue Heron", "Blue\u00a0Heron", "blue heron"},
		{"Blue Heron", "Blu\u200be Heron", "blue heron"},
		{"Blue Heron", "the Blue\nHeron paper", "blue\nheron"},
		{"Blue Heron", "two blue herons", "blue herons"},
		{"Blue Heron", "two blueherons", "blueherons"},
		{"Blue Heron", "Blue Heron's budget", "blue heron's"},
		{"Blue Heron", "Blue Heron’s budget", "blue heron's"},
		{"Blue Heron", "B l u e  H e r o n", "b l u e h e r o n"},
		{"Blue Heron", "b.l.u.e h.e.r.o.n", "b.l.u.e h.e.r.o.n"},
		{"Blue Heron", "Bluе Herоn", "blue heron"}, // with Cyrillic look-alikes
		{"BlueHeron", "Blue Heron", "blue heron"},
		{"#BlueHeron", "blue heron", "blue heron"},
		{"Project Heron (2)", "project heron 2", "project heron 2"},
		{"Ferry", "the ferries", "ferries"},
		{"Lynx", "two lynxes", "lynxes"},
		{"McKinsey", "#McKinsey", "mc kinsey"},
		{"McKinsey", "McKinsey", "mckinsey"},
		{"O'Neil", "ONeil", "oneil"},
		{"C++", "a C++ board", "c++"},
		{"J.B.", "told J. B. yesterday", "j. b"},
		{"J.B.", "told JB yesterday", "jb"},
		{"JB", "jb said so", "jb"},
		{"WHO", "a WHO paper", "who"},
		{"Plan A", "on to Plan A", "plan a"},

		{"2024/1234", "file 2024/1234", "2024/1234"},
		{"2024/1234", "file 2024-1234", "2024-1234"},
		{"2024/1234", "file 2024 / 1234", "2024 / 1234"},
		{"2024/1234", "file 20241234", "20241234"},
		{"2024/1234", "#2024_1234", "2024 1234"},
		{"Ares(2024)1234567", "see Ares(2024)1234567.", "ares(2024)1234567"},
		{"Ares(2024)1234567", "ARES (2024) 1234567", "ares (2024) 1234567"},
		{"Ares(2024)1234567", "ares 2024/1234567", "ares 2024/1234567"},
		{"Ares(2024)1234567", "Ares-2024-1234567", "ares-2024-1234567"},
		{"COMP/M.1234", "Case COMP/M.1234", "comp/m.1234"},
		{"COMP/M.1234", "comp m 1234", "comp m 1234"},
		{"COMP/M.1234", "COMP/M. 1234", "comp/m. 1234"},
		{"AT39824", "case AT.39824", "at.39824"},
		{"AT.39824", "case AT39824", "at39824"},
		{"COVID-19", "covid19", "covid19"},

		{"Blauer Reiher", "Das Treffen des Blauen Reihers ist auf dem Plan.", "blauen reihers"},
		{"Blauer Reiher", "mit dem Blauen Reiher", "blauen reiher"},
		{"Blauer Reiher", "#BlauerReiher", "blauer reiher"},
		{"Grüner Kranich", "GRUENER? nein, gruner Kranich", "gruner kranich"},
		{"Vorhaben", "Das ist nicht des Vorhabens wegen und nicht für uns.", "vorhabens"},
		{"Kranich", "Das ist von den Kranichen und nicht für uns.", "kranichen"},
		{"Große Straße", "die grosse Strasse", "grosse strasse"},

		{"Héron bleu", "les hérons bleus", "herons bleus"},
		{"Héron bleu", "l’heron bleu", "heron bleu"},
		{"Grue cendré", "les grues cendrées", "grues cendrees"},
		{"Canal", "Nous avons les canaux qui sont dans le dossier.", "canaux"},

		{"Garza azul", "las garzas azules", "garzas azules"},
		{"Proyecto Cruz", "los proyectos cruces", "proyectos cruces"},
		{"Airone", "Questi sono gli aironi che non abbiamo.", "aironi"},
		{"Airone rosso", "gli aironi rossi", "aironi rossi"},

		{"Синяя цапля", "встреча Синей цапли", "синеи цапли"},
		{"Синяя цапля", "о Синей Цапле", "синеи цапле"},
		{"Синяя цапля", "#СиняяЦапля", "синяя цапля"},
		{"Журавль", "мы говорили о журавле", "журавле"},
		{"Журавль", "с журавлём", "журавлем"},
		{"Проект Сокол", "проектом «Сокол»", ""},
		{"Проект Сокол", "проектом Сокол", "проектом сокол"},
		{"Сокол", "работа над Соколом", "соколом"},

		{"البلشون", "اجتماع بلشون", "بلشون"},
		{"بلشون", "اجتماع البلشون", "البلشون"},
		{"بلشون", "وبلشون", "وبلشون"},
		{"بلشون", "للبلشون", "للبلشون"},
		{"بلشون", "بالبلشون", "بالبلشون"},
		{"بلشون", "والبلشون", "والبلشون"},
		{"البلشون الأزرق", "مشروع البلشون الازرق", "البلشون الازرق"},
		{"مشروع بلشون", "بمشروع_البلشون", "بمشروع_البلشون"},

		{"蓝鹭", "我们的蓝鹭计划", "蓝鹭"},
		{"蓝鹭", "#蓝鹭", "蓝鹭"},
		{"蓝鹭", "蓝 鹭", "蓝 鹭"},
		{"蓝鹭计划", "关于蓝鹭计划的会议", "蓝鹭计划"},
		{"蓝鹭2号", "蓝鹭 2 号", "蓝鹭 2 号"},
	}
	for _, c := range cases {
		var want []string
		if c.want != "" {
			want = []string{c.want}
		}
		assert.Equal(t, want, watched(t, c.text, c.name), "%q in %q", c.name, c.text)
	}
	assert.Greater(t, len(cases), 60)
}

func TestNearMissesOfNames(t *testing.T) {
	cases := []struct{ name, text string }{
		{"art", "Let us start with the party."}, {"art", "artistic"}, {"art", "There is arte povera in the hall."},
		{"Heron", "a heronry by the lake"}, {"Heron", "heroin"}, {"Heron", "the hero on stage"}, {"Heron", "sheron"},
		{"Heron", "heroned"}, {"Heron", "heroning"},
		{"Blue Heron", "The sky was blue. Heron flew by."}, {"Blue Heron", "blue, heron"}, {"Blue Heron", "blue (heron)"},
		{"Blue Heron", "blue\n\nheron"}, {"Blue Heron", "a heron, blue"}, {"Blue Heron", "blue grey heron"},
		{"Blue Heron", "bluesheron"}, {"Blue Heron", "b l u e"}, {"Blue Heron", "blue - - heron"},
		{"Plan", "The planes are late."}, {"Farm", "farmer markets"}, {"Gold", "golden week"}, {"Off", "an offer"},
		{"Star", "staring at it"}, {"Report", "a reporter asked"}, {"Port", "a porter"},
		{"IT", "it is what it is"}, {"WHO", "who said that"}, {"US", "tell us"}, {"A.M.", "I am here"}, {"A.M.", "at nine a.m. sharp"},
		{"R&D", "12 Main Rd."}, {"CO", "CO2 levels"}, {"iPhone", "I phone you"}, {"5G", "5 g sugar"}, {"Plan A", "We plan a visit."},
		{"2024/1234", "2024/12345"}, {"2024/1234", "12024/1234"}, {"2024/1234", "In 2024, 1234 people came."},
		{"2024/1234", "That was 2024. 1234 came."}, {"2024/1234", "2023/1234"}, {"2024/1234", "x2024/1234"},
		{"Ares(2024)1234567", "Ares(2024)12345678"}, {"COMP/M.1234", "M.1234"}, {"1234", "1, 2, 3, 4"},
		{"Reiher", "Das ist die Reihe und nicht der Plan."}, {"Reiher", "ein Reiherprojekt"}, {"Plan", "Das ist planlos und nicht gut."},
		{"Port", "Je suis pour la porte et pas pour le reste."},
		{"Сокол", "Сокольники"}, {"Мир", "мирный"}, {"Журавль", "журавлиный"},
		{"باب", "بابا"}, {"بلشون", "بلشونات"},
		{"蓝鹭", "蓝色的鹭"}, {"蓝鹭", "鹭蓝"},
	}
	for _, c := range cases {
		assert.Empty(t, watched(t, c.text, c.name), "%q in %q", c.name, c.text)
	}
	assert.Greater(t, len(cases), 50)
}

func TestOverlay(t *testing.T) {
	o, err := NewOverlay(Own{
		Field: []string{"steel", "anti-dumping"}, Watchlist: []string{"Project Heron (2)"},
		AppsDiscouraged: []string{"Gossip Box"}, AppsBanned: []string{"Chatterbox"},
	})
	require.NoError(t, err)
	var seg segment.Text
	var h Hits
	seg.Segment("Steels and anti-dumping: project heron (2) starts, on #GossipBox or Chatterbox")
	matcherOf(t).Find(&seg, 1, &h)
	o.Find(&seg, &h)
	assert.Len(t, h.Of[conceptOwnField], 2)
	for _, c := range []Concept{conceptWatchlist, conceptAppDiscouraged, conceptAppBanned} {
		assert.Len(t, h.Of[c], 1, c)
	}
	o, err = NewOverlay(Own{})
	assert.NoError(t, err)
	assert.Nil(t, o)
	for key, own := range map[string]Own{
		"field": {Field: []string{"x"}}, "watchlist": {Watchlist: []string{"x"}},
		"app-discouraged": {AppsDiscouraged: []string{"x"}}, "app-banned": {AppsBanned: []string{"x"}},
	} {
		_, err = NewOverlay(own)
		assert.ErrorContains(t, err, key+`: got "x", want a word of 2`)
	}
	_, err = NewOverlay(Own{Watchlist: []string{strings.Repeat("x", maxTermBytes+1)}})
	assert.Error(t, err)
}

// spellings gives every way to write a name that its forms and the signs between allow,
// without any search.
func spellings(n *name) (all []string) {
	var write func(k int, before string, bare bool)
	write = func(k int, before string, bare bool) {
		if k == len(n.pieces) {
			all = append(all, before)
			return
		}
		for _, f := range n.pieces[k].forms {
			for _, between := range []string{"", " ", "-", "_"} {
				if k == 0 && between != "" || k > 0 && between == "" && !bare {
					continue
				}
				write(k+1, before+between+f.text, f.bare)
			}
		}
	}
	write(0, "", true)
	return all
}

// naiveNames tells where one of the spellings stands between boundaries.
func naiveNames(seg *segment.Text, spellings []string, from int) (ends []int) {
	b, class := string(seg.Fold.Bytes), seg.Fold.Class
	for _, s := range spellings {
		if strings.HasPrefix(b[from:], s) && boundary(class, from) && boundary(class, from+len(s)) {
			ends = append(ends, from+len(s))
		}
	}
	return ends
}

// TestNamesAreFoundWhereANaiveSearchFindsThem compares both on random texts of the same few
// pieces. Letters of one kind keep figures, initials and spaced letters out, which the
// tables above are about.
func TestNamesAreFoundWhereANaiveSearchFindsThem(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	pieces := []string{"heron", "blue", "herons", "blauer", "blauen", "цапля", "цапли", "синяя", "بلشون", "ال", "و", "蓝", "鹭", "s", "en"}
	between := []string{" ", "-", "", "", "_", ". ", "\n\n", ", "}
	random := func(n int) string {
		var b strings.Builder
		for i := range n {
			if i > 0 {
				b.WriteString(between[rng.IntN(len(between))])
			}
			b.WriteString(pieces[rng.IntN(len(pieces))])
		}
		return b.String()
	}
	compared, hits := 0, 0
	for range 600 {
		n, ok := newName(conceptWatchlist, strings.ReplaceAll(random(1+rng.IntN(2)), "\n\n", " "))
		if !ok || slices.ContainsFunc(n.pieces, func(p namePiece) bool { return p.single }) {
			continue
		}
		all := spellings(n)
		var seg segment.Text
		seg.Segment(random(20))
		for i, c := range seg.Fold.Class {
			if c&fold.Head == 0 || c&(fold.Blank|fold.Newline) != 0 {
				continue
			}
			found := (&nameSearch{n, &seg, i}).from(0, i)
			ends := naiveNames(&seg, all, i)
			if len(n.pieces) == 1 { // the language of the sentence may turn these away
				ends = slices.DeleteFunc(ends, func(end int) bool { return found < end })
			}
			if !boundary(seg.Fold.Class, i) || !assert.Equal(t, slices.Max(append(ends, -1)), found, fmt.Sprintf("%q at %d of %q", all[len(all)-1], i, seg.Fold.Bytes)) {
				continue
			}
			compared++
			if found > 0 {
				hits++
			}
		}
	}
	assert.Greater(t, compared, 8000)
	assert.Greater(t, hits, 200)
}
