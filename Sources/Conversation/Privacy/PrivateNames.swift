package import Expressions

/// Where private values can be: in the answers and person fields they are asked into, and wherever they are copied.
package struct PrivateNames: Sendable {
    /// A name that can hold a value.
    private enum Place: Hashable {
        case person(String)
        case answer(flow: String, name: String)
        /// What is kept of her, all of it.
        case kept

        /// Where the code of a place is, of which this is the name; nil where it is no name of a place.
        var named: Place? {
            switch self {
            case .person(let field): Self.code(field).map(Place.person)
            case .answer(let flow, let name): Self.code(name).map { .answer(flow: flow, name: $0) }
            case .kept: nil
            }
        }

        private static func code(_ name: String) -> String? {
            let suffix = AnswerType.placeNameSuffix
            return name.hasSuffix(suffix) ? String(name.dropLast(suffix.count)) : nil
        }
    }

    private let hidden: Set<Place>
    private let secrets: Set<Place>
    /// The flow that a call step runs, by the flow and name of the step.
    private let called: [String: String]

    /// Looks at every step of a pack.
    package init(_ pack: Pack) {
        called = Self.called(pack)
        var hidden = pack.personFields.filter { $0.value.isPrivate || $0.value.type == .pin }.map {
            Place.person($0.key)
        }
        var secrets = pack.personFields.filter { $0.value.type == .pin }.map { Place.person($0.key) }
        for step in pack.steps {
            guard case .ask(let ask) = step.verb, ask.hidesAnswer, !ask.claims,
                let place = Self.place(ask.save, step.flow)
            else { continue }
            hidden.append(place)
            if ask.answer.type == .pin { secrets.append(place) }
        }
        hidden.append(.kept)
        self.hidden = Self.spread(hidden, Self.copies(pack, called))
        self.secrets = Self.spread(secrets, Self.copies(pack, called, isWhole: true))
    }

    /// Whether a name that a step reads holds a private value; a PIN is one.
    package func isPrivate(_ reference: Reference, in step: Step) -> Bool {
        Self.places(reference, step.flow, called).contains(where: hidden.contains)
    }

    /// Whether what a flow keeps there is private; a PIN is.
    package func isPrivate(_ target: Target, in flow: String) -> Bool {
        target == .pin || Self.place(target, flow).map(hidden.contains) ?? false
    }

    /// Whether a name that a step reads holds a PIN.
    package func isSecret(_ reference: Reference, in step: Step) -> Bool {
        Self.place(reference, step.flow, called).map(secrets.contains) ?? false
    }

    /// Whether a person field holds a PIN.
    package func isSecret(person field: String) -> Bool { secrets.contains(.person(field)) }

    private static func spread(_ sources: [Place], _ copies: [Place: [Place]]) -> Set<Place> {
        var reached: Set<Place> = []
        var open = sources
        while let place = open.popLast() {
            if reached.insert(place).inserted { open += copies[place] ?? [] }
        }
        return reached
    }

    /// Where each value goes, or what is reckoned from it.
    ///
    /// - Parameter isWhole: Whether only the value itself counts: an expression that is only its name.
    private static func copies(
        _ pack: Pack, _ called: [String: String], isWhole: Bool = false
    ) -> [Place: [Place]] {
        var copies: [Place: [Place]] = [:]
        func note(_ value: Expression?, _ target: Target, from flow: String, to other: String) {
            guard let value, let target = place(target, other) else { return }
            for reference in value.references where !isWhole || reference.length == value.source.count {
                for source in places(reference, flow, called) { copies[source, default: []].append(target) }
            }
        }
        for step in pack.steps {
            for (target, value) in step.verb.kept { note(value, target, from: step.flow, to: step.flow) }
            guard case .call(let call) = step.verb else { continue }
            for change in call.with {
                note(change.value, change.target, from: step.flow, to: pack.steps[call.flow].flow)
            }
        }
        return copies
    }

    private static func called(_ pack: Pack) -> [String: String] {
        var called: [String: String] = [:]
        for step in pack.steps {
            if case .call(let call) = step.verb { called[step.address.lowercased()] = pack.steps[call.flow].flow }
        }
        return called
    }

    private static func place(_ target: Target, _ flow: String) -> Place? {
        switch target {
        case .answer(let name): .answer(flow: flow, name: name)
        case .person(let field): .person(field)
        case .language, .pin, .sharing: nil
        }
    }

    /// What a name can hold: a value, or the name of the place whose code is that value.
    private static func places(_ reference: Reference, _ flow: String, _ called: [String: String]) -> [Place] {
        guard let place = place(reference, flow, called) else { return [] }
        return [place, place.named].compactMap(\.self)
    }

    private static func place(_ reference: Reference, _ flow: String, _ called: [String: String]) -> Place? {
        let field = reference.path.first?.lowercased()
        if reference.root == "person" { return field.map(Place.person) }
        if reference.root == Walk.kept { return field == "fields" ? .kept : nil }
        if let field, let other = called["\(flow)#\(reference.root)".lowercased()] {
            return .answer(flow: other, name: field)
        }
        return .answer(flow: flow, name: reference.root)
    }
}
