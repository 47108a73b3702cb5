/// What a new revision of a pack changes for people who know the old one by heart.
package struct PackChanges: Hashable, Sendable, Codable {
    /// A digit that chose one thing and now chooses another, or nothing.
    package struct Digit: Hashable, Sendable, Codable {
        /// The menu, as `flow#step`.
        package let step: String
        /// What people press.
        package let number: Int
        /// The label it had, in the pack's own language.
        package let before: String
        /// The label it has now; nil when the number is gone.
        package let now: String?

        package init(step: String, number: Int, before: String, now: String?) {
            self.step = step
            self.number = number
            self.before = before
            self.now = now
        }
    }

    /// Addresses of steps that are new.
    package let added: [String]
    /// Addresses of steps that are gone; sessions at them end on their own revision.
    package let removed: [String]
    /// Digits whose meaning changed without an `alias` that keeps the old one.
    package let digits: [Digit]

    /// Compares two revisions of one pack.
    package init(from old: Pack, to new: Pack) {
        added = new.steps.map(\.address).filter { old.places[$0] == nil }
        removed = old.steps.map(\.address).filter { new.places[$0] == nil }
        digits = old.steps.flatMap { Self.digits(at: $0, old, new) }
    }

    /// Whether nothing that people know changes.
    package var isHarmless: Bool { removed.isEmpty && digits.isEmpty }

    /// The changed digits of one menu that both revisions have.
    private static func digits(at step: Step, _ old: Pack, _ new: Pack) -> [Digit] {
        guard case .menu(let before) = step.verb, let place = new.places[step.address],
            case .menu(let now) = new.steps[place].verb
        else { return [] }
        return before.options.compactMap { option in
            let heir = now.options.first { $0.number == option.number || $0.aliases.contains("\(option.number)") }
            let isSame = heir.map { $0.value == option.value || old.address(of: option.go) == new.address(of: $0.go) }
            return isSame == true
                ? nil : Digit(step: step.address, number: option.number, before: option.value, now: heir?.value)
        }
    }
}

extension Pack {
    /// Where a `go` leads, in a form that can be compared between revisions.
    fileprivate func address(of go: Go) -> String {
        switch go {
        case .step(let place): steps[place].address
        case .back: "back"
        case .home: "home"
        case .end: "end"
        }
    }
}
