/// Places that others have replaced: codes that were kept about people years ago must go on leading somewhere, and people
/// go on saying the old names.
struct Succession {
    /// The places there are.
    let current: [Region]
    /// Where each code leads among them, also the codes of places that are no more.
    let positions: [String: Int]
    /// The places that are no more, with the position of that which has replaced each.
    let former: [(region: Region, place: Int)]

    init(_ regions: [Region]) {
        current = regions.filter { $0.replacedBy == nil }
        var positions = Dictionary(
            current.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        let replaced = Dictionary(
            regions.compactMap { region in region.replacedBy.map { (region.code, $0) } },
            uniquingKeysWith: { first, _ in first })
        var former: [(region: Region, place: Int)] = []
        for region in regions where region.replacedBy != nil {
            var code = region.code
            // No more changes in a row than there are at all: codes that form a ring end nowhere.
            for _ in replaced {
                guard let next = replaced[code] else { break }
                code = next
            }
            guard let place = positions[code] else { continue }
            former.append((region, place))
        }
        for (region, place) in former where positions[region.code] == nil { positions[region.code] = place }
        self.positions = positions
        self.former = former
    }
}
