import Gateway

/// Where a visitor may go: few parts that fit beside each other, and below them the places of the part that one is in.
struct Navigation {
    let groups: [Frame.Group]
    /// The places of the part that one is in; none where it has only one.
    let places: [Frame.Place]
    /// The name of that part.
    let part: String

    /// Each part with its places, by the keys of their names.
    private static let parts: [(name: String, places: [(route: ConsoleRoute, name: String)])] = [
        ("home", [(.home, "home")]),
        ("part.people", [(.sessions, "conversations"), (.cases, "cases"), (.claims, "claims")]),
        ("part.service", [(.outbox, "outbox"), (.channels, "channels"), (.evidence, "evidence")]),
        ("part.content", [(.flows, "flows"), (.directory, "directory"), (.rules, "rules"), (.pack, "pack")]),
        ("part.team", [(.staff, "staff"), (.tokens, "tokens"), (.audit, "audit")]),
    ]

    init(_ visit: Visit) {
        guard visit.signIn != nil else {
            (groups, places, part) = ([], [], "")
            return
        }
        let open = Self.parts.map { part in
            (name: visit.texts[part.name], places: part.places.compactMap { Self.place($0.route, $0.name, visit) })
        }.filter { !$0.places.isEmpty }
        groups = open.map { part in
            let isHere = part.places.contains { $0.current != nil }
            let isAlone = part.places.count == 1
            return Frame.Group(
                path: part.places[0].path, name: isAlone ? part.places[0].name : part.name, isHere: isHere,
                current: isHere && isAlone ? "page" : nil)
        }
        let here = open.first { $0.places.count > 1 && $0.places.contains { $0.current != nil } }
        places = here?.places ?? []
        part = here?.name ?? ""
    }

    /// A place, if the visitor may go there.
    private static func place(_ route: ConsoleRoute, _ name: String, _ visit: Visit) -> Frame.Place? {
        if case .right(let right) = route.need, !visit.rights.contains(right) { return nil }
        let isHere = visit.page == route.path || route != .home && visit.page.hasPrefix(route.path + "/")
        return Frame.Place(path: route.path, name: visit.texts[name], current: isHere ? "page" : nil)
    }
}
