package main

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const policyFiles = "../../../wasm/server/policies"

// What the ready policies are for: ids in the form of each browser, keys that nobody has.
const (
	chromeExtension = "abcdefghijklmnopabcdefghijklmnop"
	edgeExtension   = "ponmlkjihgfedcbaponmlkjihgfedcba"
	firstKey        = "YOUR/FIRST/PUBLIC/KEY/GOES/HERE/0000000000A="
	secondKey       = "YOUR/SECOND/PUBLIC/KEY/GOES/HERE/000000000A="
)

// printedPolicy gives what pack policy prints, for the words of the guide.
func printedPolicy(t *testing.T, browser string, more ...string) string {
	t.Helper()
	watch := filepath.Join(t.TempDir(), "watch.yaml")
	require.NoError(t, os.WriteFile(watch, []byte(blocks(guide(t), "yaml")[0]), 0o644))
	out, errOut, status := tool(t, "", append([]string{"pack", "policy", soundPack, "--browser", browser, "--channel", staffChannel,
		"--public-key", firstKey, "--public-key", secondKey, "--watch", watch, "--ethics", "Ethics correspondent, extension 4711", "--lock", "org,channel,keys"}, more...)...)
	require.Equal(t, 0, status, errOut)
	return out
}

// Every ready policy says what pack policy prints, in the form of its system.
func TestReadyPolicies(t *testing.T) {
	found, err := filepath.Glob(policyFiles + "/*")
	require.NoError(t, err)
	require.Len(t, found, 9, "each browser on each system")
	text := guide(t)
	for _, file := range found {
		assert.Contains(t, text, "](policies/"+filepath.Base(file)+")")
	}
	for browser, args := range map[string][]string{
		"chrome": {"--extension-id", chromeExtension}, "edge": {"--extension-id", edgeExtension}, "firefox": nil,
	} {
		printed := printedPolicy(t, browser, args...)
		golden(t, policyFiles+"/"+browser+"-linux.json", printed)
		var whole map[string]any
		require.NoError(t, json.Unmarshal([]byte(printed), &whole))
		registry := readRegistry(t, policyFiles+"/"+browser+"-windows.reg")
		plist := readPlist(t, policyFiles+"/"+browser+"-macos.plist")
		switch browser {
		case "firefox":
			policies := whole["policies"].(map[string]any)
			assert.Equal(t, at(registry, `HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Mozilla\Firefox`), policies)
			policies["EnterprisePoliciesEnabled"] = true
			assert.Equal(t, policies, plist)
		case "chrome":
			ours := at(whole, `3rdparty\extensions\`+chromeExtension)
			assert.Equal(t, ours, at(registry, `HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Google\Chrome\3rdparty\extensions\`+chromeExtension+`\policy`))
			assert.Equal(t, ours, plist)
		case "edge":
			ours := at(whole, `3rdparty\extensions\`+edgeExtension)
			assert.Equal(t, ours, at(registry, `HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Edge\3rdparty\extensions\`+edgeExtension+`\policy`))
			assert.Equal(t, ours, plist)
		}
	}
}

// at goes down a tree by names.
func at(tree any, path string) any {
	for _, name := range strings.Split(path, `\`) {
		inner, _ := tree.(map[string]any)
		tree = inner[name]
	}
	return tree
}

// readRegistry reads a .reg file as browsers read the registry: keys are objects, and lists
// where their names are 1, 2 and so on.
func readRegistry(t *testing.T, file string) any {
	t.Helper()
	content, err := os.ReadFile(file)
	require.NoError(t, err)
	lines := strings.Split(string(content), "\r\n")
	require.Equal(t, "Windows Registry Editor Version 5.00", lines[0])
	root := map[string]any{}
	key := root
	for _, line := range lines[1:] {
		name, value, isValue := strings.Cut(line, "=")
		switch {
		case line == "":
		case strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]"):
			key = root
			for _, step := range strings.Split(line[1:len(line)-1], `\`) {
				if key[step] == nil {
					key[step] = map[string]any{}
				}
				key = key[step].(map[string]any)
			}
		default:
			require.True(t, isValue, line)
			name, err := strconv.Unquote(name)
			require.NoError(t, err, line)
			text, err := strconv.Unquote(value)
			require.NoError(t, err, line)
			key[name] = text
		}
	}
	return asLists(root)
}

// asLists makes lists of the objects whose names count from 1.
func asLists(value any) any {
	object, ok := value.(map[string]any)
	if !ok {
		return value
	}
	for name, inner := range object {
		object[name] = asLists(inner)
	}
	var list []any
	for i := 1; object[fmt.Sprint(i)] != nil; i++ {
		list = append(list, object[fmt.Sprint(i)])
	}
	if len(list) > 0 && len(list) == len(object) {
		return list
	}
	return object
}

// readPlist reads a property list of dictionaries, arrays, strings and truths.
func readPlist(t *testing.T, file string) any {
	t.Helper()
	reader, err := os.Open(file)
	require.NoError(t, err)
	defer reader.Close()
	decoder := xml.NewDecoder(reader)
	for {
		token, err := decoder.Token()
		require.NoError(t, err)
		if start, ok := token.(xml.StartElement); ok && start.Name.Local != "plist" {
			return plistValue(t, decoder, start)
		}
	}
}

// plistValue reads the value that begins with an element.
func plistValue(t *testing.T, decoder *xml.Decoder, start xml.StartElement) any {
	t.Helper()
	switch start.Name.Local {
	case "string", "key":
		var text string
		require.NoError(t, decoder.DecodeElement(&text, &start))
		return text
	case "true", "false":
		require.NoError(t, decoder.Skip())
		return start.Name.Local == "true"
	}
	var inner []any
	for {
		token, err := decoder.Token()
		require.NotErrorIs(t, err, io.EOF)
		require.NoError(t, err)
		if child, ok := token.(xml.StartElement); ok {
			inner = append(inner, plistValue(t, decoder, child))
		}
		if _, ok := token.(xml.EndElement); ok {
			break
		}
	}
	if start.Name.Local == "array" {
		return inner
	}
	require.Equal(t, "dict", start.Name.Local)
	dict := map[string]any{}
	for i := 0; i+1 < len(inner); i += 2 {
		dict[inner[i].(string)] = inner[i+1]
	}
	return dict
}

// The unit file and the proxy lead to the same port, and nothing there keeps a log.
func TestGuideProxy(t *testing.T) {
	text := guide(t)
	unit, proxy := blocks(text, "ini"), blocks(text, "nginx")
	require.Len(t, unit, 1)
	require.Len(t, proxy, 1)
	port := regexp.MustCompile(`--listen (127\.0\.0\.1:\d+) `).FindStringSubmatch(unit[0])
	require.Len(t, port, 2)
	assert.Contains(t, proxy[0], "proxy_pass http://"+port[1]+";")
	assert.Contains(t, proxy[0], "access_log off;")
	assert.Contains(t, proxy[0], "server_name "+guideHost+";")
}
