import Directory

/// Every place lies in one that is there, that is no smaller, and not in itself.
struct RegionParentCheck {
    let rows: [CSVTable.Row]
    let regions: [Region]
    let log: DiagnosticLog

    func check() {
        let regions = Dictionary(regions.map { ($0.code, $0) }) { first, _ in first }
        let codes = Set(rows.compactMap { $0.text("code") })
        for row in rows {
            checkSuccession(row, codes, regions)
            guard let code = row.text("code"), let parent = row.text("parent") else { continue }
            guard codes.contains(parent) else {
                log.error(
                    "unknown-region", "there is no region with the code '\(parent)'", at: row.position(of: "parent"),
                    suggestion: "add it to this file")
                continue
            }
            guard let inner = regions[code], let outer = regions[parent] else { continue }
            if outer.level > inner.level {
                log.error(
                    "region-parent", "a \(inner.level.rawValue) cannot lie in a \(outer.level.rawValue)",
                    at: row.position(of: "parent"), suggestion: "'parent' is the code of the place around it")
            } else if isAround(itself: inner, regions) {
                log.error(
                    "region-parent", "'\(code)' lies in itself", at: row.position(of: "parent"),
                    suggestion: "'parent' is the code of the place around it; leave it empty for the largest place")
            }
        }
    }

    /// What has replaced a place is there, and is none that is replaced by it in turn.
    private func checkSuccession(_ row: CSVTable.Row, _ codes: Set<String>, _ regions: [String: Region]) {
        guard let code = row.text("code"), let next = row.text("replaced_by") else { return }
        var seen: Set<String> = [code]
        var last = next
        while seen.insert(last).inserted, let after = regions[last]?.replacedBy { last = after }
        // A ring never comes to a place that there is.
        guard !codes.contains(last) || regions[last]?.replacedBy != nil else { return }
        log.error(
            "unknown-region", "'\(next)' cannot have replaced '\(code)'", at: row.position(of: "replaced_by"),
            suggestion: "write the code of a place of this file that there is now")
    }

    /// Whether the parents of a region lead back to it.
    private func isAround(itself region: Region, _ regions: [String: Region]) -> Bool {
        var seen: Set<String> = []
        var parent = region.parent
        while let code = parent, code != region.code, seen.insert(code).inserted { parent = regions[code]?.parent }
        return parent == region.code
    }
}
