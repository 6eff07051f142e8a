package source

import (
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// join appends a key to a path. Keys that hold a dot or a slash stand in brackets.
func join(path, key string) string {
	switch {
	case strings.ContainsAny(key, "./ "):
		return path + "[" + key + "]"
	case path == "":
		return key
	}
	return path + "." + key
}

// parent gives the path of what a field is part of.
func parent(path string) string {
	return path[:max(0, strings.LastIndexAny(path, ".["))]
}

// lineOf finds the line of a field within a file: that of the quoted value in got if
// it stands below the field, else that of the field, or of what comes nearest to it.
func lineOf(root *yaml.Node, path, got string) int {
	node, line := root, max(root.Line, 1)
	for _, step := range steps(path) {
		key, next := child(node, step)
		if next == nil {
			return line
		}
		node, line = next, key.Line
	}
	if value, err := strconv.Unquote(got); err == nil {
		if found := scalarWith(node, value); found != nil {
			return found.Line
		}
	}
	return line
}

// steps cuts a path such as say.en.suggest[0].label into its keys and indexes.
func steps(path string) []string {
	var list []string
	for path != "" {
		end := strings.IndexAny(path, ".[")
		if strings.HasPrefix(path, "[") {
			inside, rest, _ := strings.Cut(path[1:], "]")
			list, path = append(list, inside), strings.TrimPrefix(rest, ".")
			continue
		}
		if end < 0 {
			return append(list, path)
		}
		list, path = append(list, path[:end]), strings.TrimPrefix(path[end:], ".")
	}
	return list
}

// child takes one step: to a key of a mapping, or to the index or id within a list. It
// gives the node whose line to report and the value.
func child(node *yaml.Node, step string) (at, value *yaml.Node) {
	switch node.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(node.Content); i += 2 {
			if node.Content[i].Value == step {
				return node.Content[i], node.Content[i+1]
			}
		}
	case yaml.SequenceNode:
		for i, item := range node.Content {
			if step == strconv.Itoa(i) || step == idOf(item) {
				return item, item
			}
		}
	}
	return nil, nil
}

// idOf gives the id by which a thing in a list is named, if it has one.
func idOf(item *yaml.Node) string {
	if item.Kind == yaml.MappingNode {
		if _, id := child(item, "id"); id != nil {
			return id.Value
		}
	}
	return ""
}

// scalarWith finds the first key or value below a node that reads so.
func scalarWith(node *yaml.Node, value string) *yaml.Node {
	if node.Kind == yaml.ScalarNode && strings.TrimRight(node.Value, "\n") == value {
		return node
	}
	for _, below := range node.Content {
		if found := scalarWith(below, value); found != nil {
			return found
		}
	}
	return nil
}

// lineOfKey finds the line of a key in a mapping.
func lineOfKey(node *yaml.Node, name string) int {
	if key, _ := child(node, name); key != nil {
		return key.Line
	}
	return node.Line
}
