/// Gives places of one name the place around them as a part of their label.
struct RegionLabels {
    private let regions: [Region]
    private let map: RegionMap

    init(_ regions: [Region], map: RegionMap) {
        self.regions = regions
        self.map = map
    }

    /// The regions with the labels they need.
    var labelled: [Region] {
        var labelled = regions
        let tags = Set(regions.flatMap { $0.names.versions.map(\.tag) })
        for tag in tags {
            for (place, label) in labels(in: tag) { labelled[place].labels[tag] = label }
        }
        return labelled
    }

    private func labels(in tag: String) -> [(place: Int, label: String)] {
        let namesakes = Dictionary(grouping: regions.indices) { regions[$0].name(in: tag) }
        return namesakes.values.filter { $0.count > 1 }.flatMap { group in
            let once = group.map { label(of: $0, around: 1, in: tag) }
            let counts = Dictionary(once.map { ($0, 1) }, uniquingKeysWith: +)
            return zip(group, once).map { place, label in
                (place, counts[label] == 1 ? label : self.label(of: place, around: 2, in: tag))
            }
        }
    }

    /// The name with so many of the places around it: `Suzhou, Jiangsu`, but 江苏省苏州市 as Chinese writes it.
    private func label(of place: Int, around count: Int, in tag: String) -> String {
        let around = map.ancestors(of: place).prefix(count).filter { regions[$0].level > .country }
        let parts = ([place] + around).map { regions[$0].name(in: tag) }
        return parts[0].isHan ? parts.reversed().joined() : parts.joined(separator: ", ")
    }
}
