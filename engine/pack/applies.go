package pack

import "slices"

// AppliesTo tells whether the rule reads texts of a surface; "" is a post. A rule that
// names no surface reads everything but the profile's bio and name. A direct message is
// read in few categories only.
func (r *Rule) AppliesTo(surface string) bool {
	if surface == "" {
		surface = "post"
	}
	if surface == "dm" && !slices.Contains(MessageCategories(), r.Category) {
		return false
	}
	if len(r.Surfaces) > 0 {
		return slices.Contains(r.Surfaces, surface)
	}
	return surface != "bio" && surface != "name"
}

// SurfaceOf gives where an example is written: where it says, else on a surface that the
// rule reads; "" is a post.
func (r *Rule) SurfaceOf(e Example) string {
	if e.Surface == "" && !r.AppliesTo("") {
		return r.Surfaces[0]
	}
	return e.Surface
}

// Admits tells whether the rule is for a user. What the guidelines ask of messages they
// ask for devices of the organisation, so the rules of that category leave a private
// device alone; they hold where the device is not known. Those on the apps that the user
// listed hold on every device, since the user asked for them.
func (r *Rule) Admits(status, device string, official bool) bool {
	if r.Category == "messaging" && device == "private" && !r.aboutListedApps() {
		return false
	}
	s := r.Profile
	if s == nil {
		return true
	}
	return (len(s.Status) == 0 || slices.Contains(s.Status, status)) &&
		(s.Device == "" || s.Device == device) &&
		(s.Official == nil || *s.Official == official)
}

// aboutListedApps tells whether a rule rests on the apps of the user's settings.
func (r *Rule) aboutListedApps() bool {
	return slices.ContainsFunc(Named(r.When), func(id string) bool { return id == AppDiscouraged || id == AppBanned })
}

// Packs lists the packs a rule is in: those whose provisions it cites, apart from those
// that leave it out.
func (r *Rule) Packs(lib *Library) []string {
	var ids []string
	for i := range lib.Packs {
		p := &lib.Packs[i]
		cited := slices.ContainsFunc(lib.Provisions, func(provision Provision) bool {
			return provision.Org == p.ID && slices.Contains(r.Provisions, provision.ID)
		})
		if cited && !slices.Contains(p.Without, r.ID) {
			ids = append(ids, p.ID)
		}
	}
	return ids
}
