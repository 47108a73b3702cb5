import Directory
import Foundation

/// The regions of the China pack. Their file is plain enough to be taken apart at its commas; that it is well formed
/// is tested where such files are read.
enum ShippedRegions {
    static let all: [Region] = {
        let path = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Flows/china/directory/regions.csv")
        let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst().compactMap { region($0) }
    }()

    static let directory = Directory(regions: all, services: [])

    private static func region(_ line: Substring) -> Region? {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard cells.count == 11, let level = Region.Level(rawValue: cells[2]) else { return nil }
        let list: (String) -> [String] = { $0.split(separator: ";").map(String.init) }
        return Region(
            code: cells[0], parent: cells[1].isEmpty ? nil : cells[1], level: level,
            names: ["en": cells[3], "zh-Hans": cells[4]], pinyin: list(cells[5]), aliases: list(cells[6]),
            postcodes: list(cells[7]), replacedBy: cells[10].isEmpty ? nil : cells[10])
    }
}

extension PlaceReading {
    /// The places that can be meant, the likeliest first.
    var regions: [Region] {
        switch self {
        case .one(let region): [region]
        case .several(let regions): regions
        case .none: []
        }
    }

    /// The codes, for comparing: `320500`, `320500 or 341300`, or nothing.
    var codes: String { regions.map(\.code).joined(separator: " or ") }
}
