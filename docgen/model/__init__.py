"""The nouns: unit, kind, plan, form, document. No behaviour beyond invariants."""
